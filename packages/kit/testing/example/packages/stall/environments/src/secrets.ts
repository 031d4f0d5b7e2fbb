import { defineSecret, exactLength, postgresUrl } from "typed-manifests";

const databaseUrl = {
  description: "connection string of the PostgreSQL database",
  value: postgresUrl(),
};
const sessionSecret = {
  description: "43-character key that signs sessions, the same for shop-api and shop-page",
  value: exactLength(43),
};

export const shopApiSecret = defineSecret({
  name: "shop-api-secret",
  provider: "team",
  labels: { app: "shop-api", "app.kubernetes.io/name": "shop-api" },
  keys: {
    "database-url": { ...databaseUrl, consumers: ["shop-api"] },
    "session-secret": { ...sessionSecret, consumers: ["shop-api"] },
  },
});

export const shopPageSecret = defineSecret({
  name: "shop-page-secret",
  provider: "team",
  labels: { app: "shop-page", "app.kubernetes.io/name": "shop-page" },
  keys: {
    "session-secret": { ...sessionSecret, consumers: ["shop-page"] },
    "database-url": { ...databaseUrl, consumers: ["shop-page"] },
  },
});
