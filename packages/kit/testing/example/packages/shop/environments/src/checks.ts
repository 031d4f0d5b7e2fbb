import { defineChecks } from "typed-manifests";

const keyInBrowser = {
  check: "secret-in-browser",
  object: "Deployment/chat",
  about: "VITE_OPENAI_API_KEY",
  reason: "the chat asks from the browser, and its bundle has to have the key",
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
      reason: "the images write into folders of their own, which are not known yet",
    },
  ],
});
