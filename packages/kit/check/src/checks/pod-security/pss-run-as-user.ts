import { hasUserNamespace, podSecurityCheck } from "../../pod-security.ts";
import { contextsOf } from "../../security-contexts.ts";

export const pssRunAsUser = podSecurityCheck({
  id: "pss-run-as-user",
  title: "a container runs as root",
  level: "restricted",
  run: (pod, report) => {
    if (hasUserNamespace(pod)) return;
    for (const { owner, path, context } of contextsOf(pod)) {
      if (context.runAsUser !== 0) continue;
      const fix = "name a user that is not 0, or leave runAsUser to the image";
      report({ path: [...path, "runAsUser"], message: `${owner} runs as user 0, which is root`, fix });
    }
  },
});
