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

/** What the specification asks of everything that is deployed, and what todo-app's constitution asks of both. */
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
      reason: "this Minikube has 2 CPUs, and the rule of two replicas is of todo-app's constitution",
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
