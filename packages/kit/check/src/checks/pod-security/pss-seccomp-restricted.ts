import { isForWindows, podSecurityCheck } from "../../pod-security.ts";
import { containerContext, podContext } from "../../security-contexts.ts";

export const pssSeccompRestricted = podSecurityCheck({
  id: "pss-seccomp-restricted",
  title: "a container has no seccomp profile",
  level: "restricted",
  run: (pod, report) => {
    const { path, context } = podContext(pod);
    // What is there and is not a restriction, `baseline` forbids.
    if (isForWindows(pod) || context.seccompProfile !== undefined) return;
    const silent = pod.containers.map(containerContext).filter((own) => own.context.seccompProfile === undefined);
    if (silent.length === 0) return;
    const owners = silent.map(({ owner }) => owner).join(" nor ");
    const fix = "set the pod's seccompProfile to { type: RuntimeDefault }";
    report({ path: [...path, "seccompProfile"], message: `neither the pod nor ${owners} has a seccomp profile`, fix });
  },
});
