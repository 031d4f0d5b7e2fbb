import { environmentSchema, exposure, listOf, oneOf, perService, publicUrl, type EnvironmentOf } from "typed-manifests";

/** What differs between the environments of shop. */
export const schema = environmentSchema({
  /** Where people open the web application. */
  frontendUrl: publicUrl(),
  /** Origins that the backend answers to. */
  allowedOrigins: listOf(publicUrl()),
  /** Where web and chat reach the backend. */
  apiUrl: publicUrl(),
  /** Where people are sent back to after they signed in. */
  signInUrl: publicUrl(),
  logLevel: oneOf("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"),
  exposure: perService(["backend", "web", "chat"], exposure()),
});

export type ShopEnvironment = EnvironmentOf<typeof schema>;
