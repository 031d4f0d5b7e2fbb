import {
  defineCluster,
  defineEnvironment,
  externalSecrets,
  releaseLabel,
  restrictedNamespace,
  standardLabels,
  tlsSecret,
} from "typed-manifests";
import { productionPolicy } from "./policy.ts";
import type { StallEnvironment } from "./schema.ts";
import { shopApiSecret, shopPageSecret } from "./secrets.ts";

const production = defineCluster({
  id: "stall-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  ingressController: { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } },
});

const release = { "shop-api": "shop-api-prod", "shop-page": "shop-page-prod" };

export const prod = defineEnvironment<StallEnvironment>({
  id: "stall/prod",
  environment: "production",
  namespace: "stall",
  cluster: production,
  corsOrigins: ["https://shop.example.com"],
  release,
  replicas: 2,
  exposure: { "shop-page": { type: "Ingress", host: "shop.example.com" } },
  objects: [restrictedNamespace("stall", { "app.kubernetes.io/managed-by": "kustomize" })],
  secrets: [shopApiSecret, shopPageSecret, tlsSecret("shop.example.com")],
  secretSource: externalSecrets({
    store: { kind: "ClusterSecretStore", name: "production" },
    // The same for both Secrets, so that what they share is one value.
    remoteRef: (_, key) => ({ key: "stall/prod", property: key }),
    labels: (secret) => {
      const service = secret === shopApiSecret.name ? "shop-api" : "shop-page";
      return { ...standardLabels(service), ...releaseLabel(release[service]) };
    },
  }),
  policy: productionPolicy,
});
