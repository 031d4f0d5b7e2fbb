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
import type { TwoTierEnvironment } from "./schema.ts";
import { todoBackendSecret, todoFrontendSecret } from "./secrets.ts";

const production = defineCluster({
  id: "two-tier-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  ingressController: { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } },
});

const release = { "todo-backend": "todo-backend-prod", "todo-frontend": "todo-frontend-prod" };

export const prod = defineEnvironment<TwoTierEnvironment>({
  id: "two-tier/prod",
  environment: "production",
  namespace: "two-tier",
  cluster: production,
  corsOrigins: ["https://todo.example.com"],
  release,
  replicas: 2,
  exposure: { "todo-frontend": { type: "Ingress", host: "todo.example.com" } },
  objects: [restrictedNamespace("two-tier", { "app.kubernetes.io/managed-by": "kustomize" })],
  secrets: [todoBackendSecret, todoFrontendSecret, tlsSecret("todo.example.com")],
  secretSource: externalSecrets({
    store: { kind: "ClusterSecretStore", name: "production" },
    // The same for both Secrets, so that what they share is one value.
    remoteRef: (_, key) => ({ key: "two-tier/prod", property: key }),
    labels: (secret) => {
      const service = secret === todoBackendSecret.name ? "todo-backend" : "todo-frontend";
      return { ...standardLabels(service), ...releaseLabel(release[service]) };
    },
  }),
  policy: productionPolicy,
});
