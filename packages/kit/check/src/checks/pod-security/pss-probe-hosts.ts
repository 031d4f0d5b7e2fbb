import { podSecurityCheck } from "../../pod-security.ts";
import { handlersOf } from "../../pods/handlers.ts";

export const pssProbeHosts = podSecurityCheck({
  id: "pss-probe-hosts",
  title: "a probe or a lifecycle hook names a host, so that the kubelet asks that one instead of the pod",
  level: "baseline",
  since: 34,
  run: (pod, report) => {
    for (const { name, handler, path } of pod.containers.flatMap(handlersOf)) {
      for (const action of ["httpGet", "tcpSocket"] as const) {
        const host = handler[action]?.host ?? "";
        if (host === "") continue;
        const message = `${name} makes the kubelet ask the host ${host}`;
        report({ path: [...path, action, "host"], message, fix: "leave host out: then the pod itself is asked" });
      }
    }
  },
});
