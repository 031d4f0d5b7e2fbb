import { defineCluster, defineEnvironment, externalSecrets, restrictedNamespace, tlsSecret } from "typed-manifests";
import { productionPolicy } from "./policy.ts";
import type { TodoAppEnvironment } from "./schema.ts";
import { appSecrets } from "./secrets.ts";

const production = defineCluster({
  id: "todo-app-prod",
  nodes: [{ count: 3, cpu: "4", memory: "16Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
  ingressController: { namespace: "traefik", podLabels: { "app.kubernetes.io/name": "traefik" } },
});

export const prod = defineEnvironment<TodoAppEnvironment>({
  id: "prod",
  environment: "production",
  namespace: "todo-app",
  cluster: production,
  frontendUrl: "https://todo.example.com",
  allowedOrigins: ["https://todo.example.com", "https://chat.todo.example.com"],
  apiUrl: "https://api.todo.example.com",
  betterAuthUrl: "https://todo.example.com",
  logLevel: "INFO",
  exposure: {
    backend: { type: "Ingress", host: "api.todo.example.com" },
    "frontend-web": { type: "Ingress", host: "todo.example.com" },
    "frontend-chatbot": { type: "Ingress", host: "chat.todo.example.com" },
  },
  objects: [restrictedNamespace("todo-app")],
  secrets: [
    appSecrets,
    tlsSecret("api.todo.example.com"),
    tlsSecret("todo.example.com"),
    tlsSecret("chat.todo.example.com"),
  ],
  secretSource: externalSecrets({
    store: { kind: "ClusterSecretStore", name: "production" },
    remoteRef: (_, key) => ({ key: "todo-app/prod", property: key }),
  }),
  policy: productionPolicy,
});
