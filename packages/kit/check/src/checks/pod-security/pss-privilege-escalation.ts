import { isForWindows, podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssPrivilegeEscalation = podSecurityCheck({
  id: "pss-privilege-escalation",
  title: "a container's processes may gain more privileges than their parent has",
  level: "restricted",
  run: (pod, report) => {
    if (isForWindows(pod)) return;
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      if (context.allowPrivilegeEscalation === false) continue;
      const how = context.allowPrivilegeEscalation === true ? "allows" : "does not forbid";
      const message = `${owner} ${how} privilege escalation`;
      report({ path: [...path, "allowPrivilegeEscalation"], message, fix: "set allowPrivilegeEscalation to false" });
    }
  },
});
