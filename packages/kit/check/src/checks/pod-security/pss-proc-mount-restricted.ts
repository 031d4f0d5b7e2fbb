import { hasUserNamespace, podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssProcMountRestricted = podSecurityCheck({
  id: "pss-proc-mount-restricted",
  title: "a container of a pod in a user namespace sees all of /proc",
  level: "restricted",
  run: (pod, report) => {
    // Without a user namespace `baseline` forbids it.
    if (!hasUserNamespace(pod)) return;
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      const { procMount = "Default" } = context;
      if (procMount === "Default") continue;
      const message = `${owner} has the procMount ${procMount}`;
      report({ path: [...path, "procMount"], message, fix: "leave procMount out" });
    }
  },
});
