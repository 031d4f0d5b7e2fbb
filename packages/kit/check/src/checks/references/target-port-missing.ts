import { objectCheck } from "../../define-check.ts";
import { portList } from "../../ports.ts";
import { targetPorts } from "../../target-ports.ts";

export const targetPortMissing = objectCheck({
  id: "target-port-missing",
  group: "references",
  severity: "error",
  title: "a Service leads to a port by a name that no selected container has",
  kinds: ["Service"],
  needs: ["objects"],
  run: (service, report, environment) => {
    for (const { port, target, path, open } of targetPorts(service, environment)) {
      if (typeof target === "number" || open.some(({ name }) => name === target)) continue;
      report({
        message: `${port} leads to the port ${target}, and no container of the selected pods has a port of that name`,
        fix:
          open.length === 0
            ? `add a port named ${target} to the container's \`ports\``
            : `write a port of the pods (they open ${portList(open)})`,
        path,
      });
    }
  },
});
