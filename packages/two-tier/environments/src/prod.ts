import { defineCluster, defineEnvironment, restrictedNamespace, tlsSecret } from "@kit/model";
import type { TwoTierEnvironment } from "./schema.ts";
import { todoBackendSecret, todoFrontendSecret } from "./secrets.ts";

const production = defineCluster({
  id: "two-tier-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
});

export const prod = defineEnvironment<TwoTierEnvironment>({
  id: "two-tier/prod",
  environment: "production",
  cluster: production,
  corsOrigins: ["https://todo.example.com"],
  release: { "todo-backend": "todo-backend-prod", "todo-frontend": "todo-frontend-prod" },
  replicas: 2,
  exposure: { "todo-frontend": { type: "Ingress", host: "todo.example.com" } },
  objects: [restrictedNamespace("two-tier", { "app.kubernetes.io/managed-by": "kustomize" })],
  secrets: [todoBackendSecret, todoFrontendSecret, tlsSecret("todo.example.com")],
});
