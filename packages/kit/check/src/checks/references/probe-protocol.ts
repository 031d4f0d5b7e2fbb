import { containerCheck } from "../../define-check.ts";
import { podPorts, portsOf } from "../../ports.ts";
import { askedPorts } from "../../probes.ts";

export const probeProtocol = containerCheck({
  id: "probe-protocol",
  group: "references",
  severity: "warning",
  title: "a probe or a lifecycle handler asks by TCP a port that is open by UDP or SCTP only",
  run: (container, report) => {
    const own = portsOf(container);
    for (const { by, port, path } of askedPorts(container)) {
      const number = Number(own.find(({ name }) => name === port)?.number ?? port);
      const declared = podPorts(container.pod).filter((one) => one.number === number);
      if (declared.length === 0 || declared.some(({ protocol }) => protocol === "TCP")) continue;
      const protocols = [...new Set(declared.map(({ protocol }) => protocol))].join(" and ");
      report({
        message: `${by} asks port ${port} by TCP, and the pod opens ${number} by ${protocols} only`,
        fix: "ask a port that is open by TCP, use exec, or declare the port for TCP too",
        path,
      });
    }
  },
});
