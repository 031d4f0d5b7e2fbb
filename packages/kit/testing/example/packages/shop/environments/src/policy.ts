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

/** What is asked of everything that is deployed. */
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
      object: "Deployment/chat",
      about: "VITE_OPENAI_API_KEY",
      reason: "the chat asks from the browser, and its bundle has to have the key",
    },
  ],
});

/** What is accepted in production. */
export const productionPolicy = definePolicy({
  exemptions: [
    {
      check: "readonly-rootfs",
      object: "Deployment/*",
      reason: "the images write into folders of their own, which are not known yet",
    },
  ],
});
