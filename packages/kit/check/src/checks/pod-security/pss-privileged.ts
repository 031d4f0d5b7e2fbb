import { podSecurityCheck } from "../../pod-security.ts";
import { containerContext } from "../../security-contexts.ts";

export const pssPrivileged = podSecurityCheck({
  id: "pss-privileged",
  title: "a container is privileged: it may do what root of the node may",
  level: "baseline",
  run: (pod, report) => {
    for (const { owner, path, context } of pod.containers.map(containerContext)) {
      if (context.privileged !== true) continue;
      report({ path: [...path, "privileged"], message: `${owner} is privileged`, fix: "leave privileged out" });
    }
  },
});
