import { defineCluster, defineEnvironment } from "typed-manifests";
import { developmentPolicy } from "./policy.ts";
import type { TwoTierEnvironment } from "./schema.ts";
import { todoBackendSecret, todoFrontendSecret } from "./secrets.ts";

const minikube = defineCluster({
  id: "two-tier-minikube",
  nodes: [{ count: 1, cpu: "2", memory: "4Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
  localImages: true,
});

export const dev = defineEnvironment<TwoTierEnvironment>({
  id: "two-tier/dev",
  environment: "development",
  namespace: "default",
  cluster: minikube,
  corsOrigins: ["http://todo-frontend:3000"],
  release: { "todo-backend": "todo-backend", "todo-frontend": "todo-frontend" },
  replicas: 1,
  exposure: { "todo-frontend": { type: "NodePort", nodePort: 30000 } },
  secrets: [todoBackendSecret, todoFrontendSecret],
  policy: developmentPolicy,
});
