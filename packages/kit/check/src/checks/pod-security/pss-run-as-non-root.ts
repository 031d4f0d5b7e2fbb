import { hasUserNamespace, podSecurityCheck } from "../../pod-security.ts";
import { containerContext, contextsOf, podContext } from "../../security-contexts.ts";

export const pssRunAsNonRoot = podSecurityCheck({
  id: "pss-run-as-non-root",
  title: "nothing keeps a container from running as root",
  level: "restricted",
  run: (pod, report) => {
    if (hasUserNamespace(pod)) return;
    const fix = "set runAsNonRoot to true, in the pod's securityContext for all of its containers";
    for (const { owner, path, context } of contextsOf(pod)) {
      if (context.runAsNonRoot !== false) continue;
      report({ path: [...path, "runAsNonRoot"], message: `${owner} sets runAsNonRoot to false`, fix });
    }
    const { path, context } = podContext(pod);
    if (context.runAsNonRoot !== undefined) return;
    const silent = pod.containers.map(containerContext).filter((own) => own.context.runAsNonRoot === undefined);
    if (silent.length === 0) return;
    const owners = silent.map(({ owner }) => owner).join(" nor ");
    report({ path: [...path, "runAsNonRoot"], message: `neither the pod nor ${owners} sets runAsNonRoot`, fix });
  },
});
