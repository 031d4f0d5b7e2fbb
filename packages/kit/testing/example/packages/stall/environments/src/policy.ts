import {
  boundedResources,
  definePolicy,
  labelStandard,
  localImagesOnly,
  nonRootUsers,
  prefixedNames,
  probed,
  replicated,
  versionFromTag,
  withinCapacity,
} from "typed-manifests";

/** What is asked of everything that is deployed. */
export const policy = definePolicy({
  packs: [
    labelStandard({
      labels: [
        "app",
        "app.kubernetes.io/name",
        "app.kubernetes.io/instance",
        "app.kubernetes.io/version",
        "app.kubernetes.io/managed-by",
      ],
    }),
    versionFromTag(),
    replicated({ minimum: 2 }),
    localImagesOnly(),
    boundedResources(),
    probed(),
    nonRootUsers({ minimum: 1000 }),
    prefixedNames(),
    withinCapacity(),
  ],
});

/** What is accepted on the developers' machines. */
export const developmentPolicy = definePolicy({
  exemptions: [
    {
      check: "replicas-minimum",
      object: "Deployment/*",
      reason: "this Minikube has 2 CPUs, and nobody waits for it",
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
