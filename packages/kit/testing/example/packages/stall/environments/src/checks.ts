import { defineChecks } from "typed-manifests";

/** What is accepted on the developers' machines. */
export const developmentChecks = defineChecks({
  exemptions: [
    {
      check: "replicas-minimum",
      object: "Deployment/*",
      reason: "this Minikube has 2 CPUs, and nobody waits for it",
    },
  ],
});

/** What is accepted in production. */
export const productionChecks = defineChecks({
  exemptions: [
    {
      check: "readonly-rootfs",
      object: "Deployment/*",
      reason: "the images write into folders of their own, which are not known yet",
    },
  ],
});
