import { objectCheck } from "../../define-check.ts";
import { portList } from "../../ports.ts";
import { targetPorts } from "../../target-ports.ts";

// A port that nobody declares can be open all the same; where others are declared, it mostly is a slip.
export const targetPortUndeclared = objectCheck({
  id: "target-port-undeclared",
  group: "references",
  severity: "warning",
  title: "a Service leads to a port that no selected container declares",
  kinds: ["Service"],
  needs: ["objects"],
  run: (service, report, environment) => {
    for (const { port, target, path, open, undeclared } of targetPorts(service, environment)) {
      if (typeof target === "string" || undeclared || open.some(({ number }) => number === target)) continue;
      const opens = open.length === 0 ? "they open none by this protocol" : `they open ${portList(open)}`;
      report({
        message: `${port} leads to port ${target}, and no container of the selected pods opens it`,
        fix: `write a port of the pods (${opens}), or add ${target} to the container's \`ports\``,
        path,
      });
    }
  },
});
