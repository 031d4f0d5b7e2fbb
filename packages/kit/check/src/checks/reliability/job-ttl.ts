import { objectCheck } from "../../define-check.ts";

/** By them Argo CD or Helm removes a Job that has ended. */
const hooks = ["argocd.argoproj.io/hook", "helm.sh/hook"];

export const jobTtl = objectCheck({
  id: "job-ttl",
  group: "reliability",
  severity: "info",
  title: "a Job stays when it has ended",
  kinds: ["Job"],
  run: ({ annotations, data }, report) => {
    if (data.spec?.ttlSecondsAfterFinished !== undefined) return;
    if (hooks.some((hook) => annotations[hook] !== undefined)) return;
    const message = "the Job and its pods stay when it has ended";
    const fix = "set ttlSecondsAfterFinished, or make it a hook where a GitOps controller applies it";
    report({ path: ["spec", "ttlSecondsAfterFinished"], message, fix });
  },
});
