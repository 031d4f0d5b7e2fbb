import { defineCluster, defineEnvironment } from "typed-manifests";
import { developmentPolicy } from "./policy.ts";
import type { StallEnvironment } from "./schema.ts";
import { shopApiSecret, shopPageSecret } from "./secrets.ts";

const minikube = defineCluster({
  id: "stall-minikube",
  nodes: [{ count: 1, cpu: "2", memory: "4Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
  localImages: true,
});

export const dev = defineEnvironment<StallEnvironment>({
  id: "stall/dev",
  environment: "development",
  namespace: "default",
  cluster: minikube,
  corsOrigins: ["http://shop-page:3000"],
  release: { "shop-api": "shop-api", "shop-page": "shop-page" },
  replicas: 1,
  exposure: { "shop-page": { type: "NodePort", nodePort: 30000 } },
  secrets: [shopApiSecret, shopPageSecret],
  policy: developmentPolicy,
});
