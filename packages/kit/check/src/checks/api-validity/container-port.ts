import { portNameProblem } from "@kit/kube/names";
import { containerCheck } from "../../define-check.ts";
import { judgeOptionalText } from "../../rules/judge-text.ts";
import { portProblem } from "../../syntax/port.ts";

export const containerPort = containerCheck({
  id: "container-port",
  group: "api-validity",
  severity: "error",
  title: "a container's port has a number out of range, or a name that is invalid or taken",
  standsFor: ["privileged-port"],
  run: ({ container: { ports = [] }, path }, report) => {
    const taken = new Set<string>();
    ports.forEach(({ name = "", containerPort: number = 0 }, index) => {
      const place = [...path, "ports", index];
      const what = "the port's name";
      judgeOptionalText(report, { path: [...place, "name"], what, text: name, problem: portNameProblem });
      if (name !== "" && taken.has(name)) {
        const message = `another port of the container is called ${JSON.stringify(name)} too`;
        report({ path: [...place, "name"], message, fix: "give each port of the container a name of its own" });
      }
      taken.add(name);
      const problem = portProblem(number);
      if (problem === undefined) return;
      const message = `containerPort is ${number}, and ${problem}`;
      report({ path: [...place, "containerPort"], message, fix: "set it to the port that the container listens on" });
    });
  },
});
