import { podSecurityCheck } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

export const pssSeccomp = podSecurityCheck({
  id: "pss-seccomp",
  title: "a container may make every system call",
  level: "baseline",
  run: (pod, report) => {
    for (const { owner, path, context } of contextsOf(pod)) {
      const type = context.seccompProfile?.type;
      if (type === undefined || type === "RuntimeDefault" || type === "Localhost") continue;
      const message = `${owner} has the seccomp profile ${type}`;
      report({ path: [...path, "seccompProfile", "type"], message, fix: "set it to RuntimeDefault" });
    }
  },
});
