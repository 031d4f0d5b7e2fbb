import { podSecurityCheck } from "../../pod-security.ts";

const fields = ["hostNetwork", "hostPID", "hostIPC"] as const;

export const pssHostNamespaces = podSecurityCheck({
  id: "pss-host-namespaces",
  title: "a pod shares a namespace of its node: the network, the processes or their communication",
  level: "baseline",
  run: (pod, report) => {
    for (const field of fields) {
      if (pod.spec[field] !== true) continue;
      const message = `${field} is true: the pod shares a namespace of its node`;
      report({ path: [...pod.path, field], message, fix: `leave ${field} out` });
    }
  },
});
