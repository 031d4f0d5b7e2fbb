import {
  boundedResources,
  definePolicy,
  localImagesOnly,
  nonRootUsers,
  prefixedNames,
  probed,
  replicated,
  withinCapacity,
} from "typed-manifests";

/** What the specification asks of everything that is deployed, and the one mistake in it. */
export const policy = definePolicy({
  packs: [
    replicated({ minimum: 2 }),
    localImagesOnly(),
    boundedResources(),
    probed(),
    nonRootUsers({ minimum: 1000 }),
    prefixedNames(),
    withinCapacity(),
  ],
  exemptions: [
    {
      check: "secret-in-browser",
      object: "Deployment/frontend-chatbot",
      about: "VITE_OPENAI_API_KEY",
      reason:
        "a mistake in the specification, which names this variable: Vite writes it into the browser's bundle. Kept as " +
        "specified until the specification changes",
    },
  ],
});

/** What is accepted in production. */
export const productionPolicy = definePolicy({
  exemptions: [
    {
      check: "readonly-rootfs",
      object: "Deployment/*",
      reason:
        "the specification does not say where the images write: Next.js keeps its cache in its own folder. To be set " +
        "with the emptyDir volumes that they turn out to need",
    },
  ],
});
