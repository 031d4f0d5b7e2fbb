import { defineChecks } from "typed-manifests";

/** What is accepted on the developers' machines. */
export const developmentChecks = defineChecks({
  exemptions: [
    {
      check: "replicas-minimum",
      object: "Deployment/*",
      reason: "this Minikube has 2 CPUs, and the rule of two replicas is of todo-app's constitution",
    },
  ],
});

/** What is accepted in production. */
export const productionChecks = defineChecks({
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
