import { objectCheck } from "../../define-check.ts";
import { keepsRunning } from "../../pods/handlers.ts";

export const progressDeadline = objectCheck({
  id: "progress-deadline",
  group: "reliability",
  severity: "warning",
  title: "a Deployment gives its pods less time than their probes wait before they ask",
  kinds: ["Deployment"],
  run: (deployment, report) => {
    const { progressDeadlineSeconds: deadline = 600 } = deployment.data.spec ?? {};
    const { pod } = deployment;
    for (const container of pod?.containers.filter(keepsRunning) ?? []) {
      for (const name of ["readinessProbe", "startupProbe"] as const) {
        const wait = container.container[name]?.initialDelaySeconds ?? 0;
        if (wait < deadline) continue;
        const message = `${name} waits ${wait} s, and the Deployment gives up after ${deadline} s: every rollout fails`;
        const fix = "use a startupProbe that asks often, or raise progressDeadlineSeconds";
        report({ path: [...container.path, name, "initialDelaySeconds"], message, fix });
      }
    }
  },
});
