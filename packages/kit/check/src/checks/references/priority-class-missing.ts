import { podCheck } from "../../define-check.ts";
import { saidOfMissing } from "../../may-be-made.ts";
import { orNearest } from "../../suggest.ts";

export const priorityClassMissing = podCheck({
  id: "priority-class-missing",
  group: "references",
  severity: "error",
  title: "a pod has a PriorityClass that does not exist",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const name = pod.spec.priorityClassName ?? "";
    // Every cluster has those two: system-cluster-critical and system-node-critical.
    if (name === "" || name.startsWith("system-")) return;
    if (environment.find("PriorityClass", undefined, name) !== undefined) return;
    const known = environment.of("PriorityClass").map((object) => object.name);
    const said = {
      message: `the pods have the priority class ${name}, which does not exist, so they are refused`,
      fix: orNearest(name, known, "add the PriorityClass"),
      path: [...pod.path, "priorityClassName"],
    };
    report(saidOfMissing(environment, { kind: "PriorityClass", namespace: undefined }, said));
  },
});
