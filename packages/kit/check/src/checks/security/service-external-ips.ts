import { objectCheck } from "../../define-check.ts";

export const serviceExternalIps = objectCheck({
  id: "service-external-ips",
  group: "security",
  severity: "warning",
  title: "a Service takes the traffic for addresses that it names itself",
  kinds: ["Service"],
  run: ({ data }, report) => {
    const { externalIPs = [] } = data.spec ?? {};
    if (externalIPs.length === 0) return;
    const message = `externalIPs takes what the cluster sends to ${externalIPs.join(", ")}; the field is deprecated`;
    report({ path: ["spec", "externalIPs"], message, fix: "use an Ingress, or a Service of type LoadBalancer" });
  },
});
