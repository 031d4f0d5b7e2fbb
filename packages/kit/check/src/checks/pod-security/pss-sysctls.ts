import { podSecurityCheck } from "../../pod-security.ts";
import { podContext } from "../../security-contexts.ts";

/** By hand, from the standards' own page; each version may have more. */
const safe: ReadonlySet<string> = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
]);

export const pssSysctls = podSecurityCheck({
  id: "pss-sysctls",
  title: "a pod sets a kernel parameter that reaches beyond it",
  level: "baseline",
  run: (pod, report) => {
    const { path, context } = podContext(pod);
    context.sysctls?.forEach(({ name }, index) => {
      if (name === undefined || safe.has(name)) return;
      const message = `the pod sets ${name}, which is not one of the safe sysctls`;
      report({ path: [...path, "sysctls", index, "name"], message, fix: "set it on the nodes, or leave it out" });
    });
  },
});
