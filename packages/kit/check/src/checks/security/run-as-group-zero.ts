import { podCheck } from "../../define-check.ts";
import { hasUserNamespace } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

export const runAsGroupZero = podCheck({
  id: "run-as-group-zero",
  group: "security",
  severity: { development: "info", production: "warning" },
  title: "a container runs with root's group",
  run: (pod, report) => {
    if (hasUserNamespace(pod)) return;
    for (const { owner, path, context } of contextsOf(pod)) {
      if (context.runAsGroup !== 0) continue;
      const message = `${owner} runs with group 0, which is root's`;
      report({ path: [...path, "runAsGroup"], message, fix: "name a group that is not 0" });
    }
  },
});
