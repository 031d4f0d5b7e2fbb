import { defineSecret } from "@kit/model";

const databaseUrl = "connection string of the PostgreSQL database: postgresql://user:pass@host/db";
const betterAuthSecret = "key that signs sessions, the same for todo-backend and todo-frontend";

export const todoBackendSecret = defineSecret({
  name: "todo-backend-secret",
  provider: "team",
  keys: {
    "database-url": { description: databaseUrl, consumers: ["todo-backend"] },
    "better-auth-secret": { description: betterAuthSecret, consumers: ["todo-backend"] },
  },
});

export const todoFrontendSecret = defineSecret({
  name: "todo-frontend-secret",
  provider: "team",
  keys: {
    "better-auth-secret": { description: betterAuthSecret, consumers: ["todo-frontend"] },
    "database-url": { description: databaseUrl, consumers: ["todo-frontend"] },
  },
});
