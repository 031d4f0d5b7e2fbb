import { containerCheck } from "../../define-check.ts";
import { portList, portsOf } from "../../ports.ts";
import { askedPorts } from "../../probes.ts";

// The kubelet looks a name up in the ports of the probe's own container (pkg/probe/util.go), and never finds another's.
export const probePort = containerCheck({
  id: "probe-port",
  group: "references",
  severity: "error",
  title: "a probe or a lifecycle handler asks a port by a name that its container does not have",
  run: (container, report) => {
    const ports = portsOf(container);
    for (const { by, port, path } of askedPorts(container)) {
      if (typeof port === "number" || /^\d+$/.test(port) || ports.some(({ name }) => name === port)) continue;
      const message = `${by} asks port ${port}, and the container ${container.name} has no port of that name`;
      const fix =
        ports.length === 0
          ? `write a number, or add a port named ${port} to its \`ports\``
          : `write a name or a number of its own ports (${portList(ports)})`;
      report({ message, fix, path });
    }
  },
});
