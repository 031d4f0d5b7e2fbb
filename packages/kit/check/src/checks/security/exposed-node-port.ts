import { objectCheck } from "../../define-check.ts";

export const exposedNodePort = objectCheck({
  id: "exposed-node-port",
  group: "security",
  severity: { development: "off", production: "warning" },
  title: "a Service is reached on a port of every node",
  kinds: ["Service"],
  run: ({ data }, report) => {
    if (data.spec?.type !== "NodePort") return;
    const message = "every node answers for it, past the Ingress and without TLS";
    report({ path: ["spec", "type"], message, fix: "set type to ClusterIP, and put an Ingress before it" });
  },
});
