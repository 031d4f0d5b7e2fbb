import { objectCheck } from "../../define-check.ts";

const hooks = ["argocd.argoproj.io/hook", "helm.sh/hook"];

export const nakedPod = objectCheck({
  id: "naked-pod",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "a Pod that no workload starts again",
  kinds: ["Pod"],
  run: ({ annotations }, report) => {
    if (hooks.some((hook) => annotations[hook] !== undefined)) return;
    const message = "a bare Pod is gone with its node: nothing starts it again";
    report({ path: ["kind"], message, fix: "write a Deployment, or a Job for what ends" });
  },
});
