import { environmentSchema, exposure, listOf, oneOf, perService, publicUrl, type EnvironmentOf } from "typed-manifests";

/** What differs between the environments of todo-app. */
export const schema = environmentSchema({
  /** Where people open the web application. */
  frontendUrl: publicUrl(),
  /** Origins that the backend answers to. */
  allowedOrigins: listOf(publicUrl()),
  /** Where the frontends reach the backend. */
  apiUrl: publicUrl(),
  /** Where Better Auth sends people back to. */
  betterAuthUrl: publicUrl(),
  logLevel: oneOf("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"),
  exposure: perService(["backend", "frontend-web", "frontend-chatbot"], exposure()),
});

export type TodoAppEnvironment = EnvironmentOf<typeof schema>;
