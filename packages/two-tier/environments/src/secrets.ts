import { defineSecret, exactLength, postgresUrl } from "typed-manifests";

const databaseUrl = {
  description: "connection string of the PostgreSQL database",
  value: postgresUrl(),
};
const betterAuthSecret = {
  description: "43-character key that signs sessions, the same for todo-backend and todo-frontend",
  value: exactLength(43),
};

export const todoBackendSecret = defineSecret({
  name: "todo-backend-secret",
  provider: "team",
  labels: { app: "todo-backend", "app.kubernetes.io/name": "todo-backend" },
  keys: {
    "database-url": { ...databaseUrl, consumers: ["todo-backend"] },
    "better-auth-secret": { ...betterAuthSecret, consumers: ["todo-backend"] },
  },
});

export const todoFrontendSecret = defineSecret({
  name: "todo-frontend-secret",
  provider: "team",
  labels: { app: "todo-frontend", "app.kubernetes.io/name": "todo-frontend" },
  keys: {
    "better-auth-secret": { ...betterAuthSecret, consumers: ["todo-frontend"] },
    "database-url": { ...databaseUrl, consumers: ["todo-frontend"] },
  },
});
