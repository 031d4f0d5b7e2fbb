import { defineCluster, defineEnvironment, externalSecrets, restrictedNamespace, tlsSecret } from "typed-manifests";
import { productionPolicy } from "./policy.ts";
import type { ShopEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

const production = defineCluster({
  id: "shop-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  ingressController: { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } },
});

export const prod = defineEnvironment<ShopEnvironment>({
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster: production,
  frontendUrl: "https://shop.example.com",
  allowedOrigins: ["https://shop.example.com", "https://chat.shop.example.com"],
  apiUrl: "https://api.shop.example.com",
  signInUrl: "https://shop.example.com",
  logLevel: "INFO",
  exposure: {
    backend: { type: "Ingress", host: "api.shop.example.com" },
    web: { type: "Ingress", host: "shop.example.com" },
    chat: { type: "Ingress", host: "chat.shop.example.com" },
  },
  objects: [restrictedNamespace("shop")],
  secrets: [
    appSecrets,
    tlsSecret("api.shop.example.com"),
    tlsSecret("shop.example.com"),
    tlsSecret("chat.shop.example.com"),
  ],
  secretSource: externalSecrets({
    store: { kind: "ClusterSecretStore", name: "production" },
    remoteRef: (_, key) => ({ key: "shop/prod", property: key }),
  }),
  policy: productionPolicy,
});
