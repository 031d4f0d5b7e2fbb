import { defineChecks } from "typed-manifests";

const keyInBrowser = {
  check: "secret-in-browser",
  object: "Deployment/frontend-chatbot",
  about: "VITE_OPENAI_API_KEY",
  reason:
    "a mistake in the specification, which names this variable: Vite writes it into the browser's bundle. Kept as " +
    "specified until the specification changes",
} as const;

/** What is accepted on the developers' machines. */
export const developmentChecks = defineChecks({ exemptions: [keyInBrowser] });

/** What is accepted in production. */
export const productionChecks = defineChecks({
  exemptions: [
    keyInBrowser,
    {
      check: "readonly-rootfs",
      object: "Deployment/*",
      reason:
        "the specification does not say where the images write: Next.js keeps its cache in its own folder. To be set " +
        "with the emptyDir volumes that they turn out to need",
    },
  ],
});
