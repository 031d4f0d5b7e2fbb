import { containerCheck } from "../../define-check.ts";
import { podPorts, portList } from "../../ports.ts";
import { askedPorts } from "../../probes.ts";

// A port that nobody declares can be open all the same; where others are declared, it mostly is a slip.
export const probePortUndeclared = containerCheck({
  id: "probe-port-undeclared",
  group: "references",
  severity: "warning",
  title: "a probe or a lifecycle handler asks a port that no container of the pod declares",
  run: (container, report) => {
    const asked = askedPorts(container).flatMap((one) =>
      isNumber(one.port) ? [{ ...one, port: Number(one.port) }] : [],
    );
    if (asked.length === 0) return;
    const declared = podPorts(container.pod);
    const ports = declared.filter(({ protocol }) => protocol === "TCP");
    if (ports.length === 0) return;
    for (const { by, port, path } of asked) {
      // One that is declared for another protocol, probe-protocol finds.
      if (declared.some(({ number }) => number === port)) continue;
      const message = `${by} asks port ${port}, and no container of the pod opens it`;
      report({ message, fix: `ask a port that is open (${portList(ports)}), or add ${port} to \`ports\``, path });
    }
  },
});

function isNumber(port: string | number): boolean {
  return typeof port === "number" || /^\d+$/.test(port);
}
