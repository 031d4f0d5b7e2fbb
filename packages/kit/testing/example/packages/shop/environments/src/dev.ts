import { defineCluster, defineEnvironment } from "typed-manifests";
import type { ShopEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

const minikube = defineCluster({
  id: "shop-minikube",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  localImages: true,
});

export const dev = defineEnvironment<ShopEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "default",
  cluster: minikube,
  frontendUrl: "http://localhost:3000",
  allowedOrigins: ["http://localhost:3000"],
  apiUrl: "http://backend-service:8000",
  signInUrl: "http://localhost:3000",
  logLevel: "INFO",
  exposure: {
    backend: { type: "ClusterIP" },
    web: { type: "NodePort", nodePort: 30000 },
    chat: { type: "NodePort", nodePort: 30001 },
  },
  secrets: [appSecrets],
});
