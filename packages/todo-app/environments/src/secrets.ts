import { defineSecret, exactLength, postgresUrl, startsWith } from "typed-manifests";

/** Shared by the three services. */
export const appSecrets = defineSecret({
  name: "app-secrets",
  provider: "team",
  labels: { app: "todo-app" },
  keys: {
    DATABASE_URL: {
      description: "connection string of the Neon PostgreSQL database",
      consumers: ["backend"],
      value: postgresUrl(),
    },
    BETTER_AUTH_SECRET: {
      description: "43-character key that signs sessions, the same for backend and frontend-web",
      consumers: ["backend", "frontend-web"],
      value: exactLength(43),
    },
    OPENAI_API_KEY: {
      description: "OpenAI API key for the chatbot: sk-...",
      consumers: ["backend", "frontend-chatbot"],
      value: startsWith("sk-"),
    },
  },
});
