import { defineCluster, defineEnvironment } from "typed-manifests";
import type { TodoAppEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

const minikube = defineCluster({
  id: "todo-app-minikube",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  localImages: true,
});

export const dev = defineEnvironment<TodoAppEnvironment>({
  id: "dev",
  environment: "development",
  namespace: "default",
  cluster: minikube,
  frontendUrl: "http://localhost:3000",
  allowedOrigins: ["http://localhost:3000"],
  apiUrl: "http://backend-service:8000",
  betterAuthUrl: "http://localhost:3000",
  logLevel: "INFO",
  exposure: {
    backend: { type: "ClusterIP" },
    "frontend-web": { type: "NodePort", nodePort: 30000 },
    "frontend-chatbot": { type: "NodePort", nodePort: 30001 },
  },
  secrets: [appSecrets],
});
