import { podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssPrivileged = podSecurityCheck({
  id: "pss-privileged",
  title: "a container is privileged: it may do what root of the node may",
  level: "baseline",
  standsFor: ["pss-capabilities", "pss-capabilities-restricted", "pss-privilege-escalation"],
  run: (pod, report) => {
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      if (context.privileged !== true) continue;
      // The API refuses allowPrivilegeEscalation: false beside it, and every capability comes with it.
      const covers = [
        [...path, "allowPrivilegeEscalation"],
        [...path, "capabilities"],
      ];
      const message = `${owner} is privileged`;
      report({ path: [...path, "privileged"], covers, message, fix: "leave privileged out" });
    }
  },
});
