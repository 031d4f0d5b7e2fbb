import { defineSecret, exactLength, postgresUrl, startsWith } from "typed-manifests";

/** Shared by the three services. */
export const appSecrets = defineSecret({
  name: "app-secrets",
  provider: "team",
  labels: { app: "shop" },
  keys: {
    DATABASE_URL: {
      description: "connection string of the PostgreSQL database",
      consumers: ["backend"],
      value: postgresUrl(),
    },
    SESSION_SECRET: {
      description: "43-character key that signs sessions, the same for backend and web",
      consumers: ["backend", "web"],
      value: exactLength(43),
    },
    OPENAI_API_KEY: {
      description: "OpenAI API key of the chat: sk-...",
      consumers: ["backend", "chat"],
      value: startsWith("sk-"),
    },
  },
});
