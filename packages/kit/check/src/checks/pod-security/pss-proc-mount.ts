import { hasUserNamespace, podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssProcMount = podSecurityCheck({
  id: "pss-proc-mount",
  title: "a container sees all of /proc",
  level: "baseline",
  run: (pod, report) => {
    if (hasUserNamespace(pod)) return;
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      const { procMount = "Default" } = context;
      if (procMount === "Default") continue;
      const message = `${owner} has the procMount ${procMount}`;
      report({ path: [...path, "procMount"], message, fix: "leave procMount out" });
    }
  },
});
