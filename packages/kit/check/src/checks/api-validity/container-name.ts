import { dnsLabelProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const containerName = podCheck({
  id: "container-name",
  group: "api-validity",
  severity: "error",
  title: "a container's name is not a DNS label, or another container of the pod has it",
  run: ({ containers }, report) => {
    const taken = new Map<string, string>();
    // Init containers are told apart from the plain ones, not the other way round. Two of one list have the same key.
    const inTurn = [...containers].toSorted((one, other) => turns[one.role] - turns[other.role]);
    for (const { role, container, path } of inTurn) {
      const place = [...path, "name"];
      judgeText(report, { path: place, what: "the container's name", text: container.name, problem: dnsLabelProblem });
      if (container.name === undefined || container.name === "") continue;
      const first = taken.get(container.name);
      if (first === undefined) taken.set(container.name, role);
      else if (first !== role) {
        const message = `another container of the pod is called ${JSON.stringify(container.name)} too`;
        report({ path: place, message, fix: "give each container of the pod a name of its own" });
      }
    }
  },
});

const turns = { container: 0, init: 1, ephemeral: 2 } as const;
