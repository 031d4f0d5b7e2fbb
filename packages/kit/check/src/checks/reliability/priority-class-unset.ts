import { podCheck } from "../../define-check.ts";

export const priorityClassUnset = podCheck({
  id: "priority-class-unset",
  group: "reliability",
  severity: { development: "off", production: "info" },
  title: "nothing says how important a pod is, when nodes have no room for all",
  needs: ["objects"],
  run: (pod, report, environment) => {
    const { priorityClassName = "", priority } = pod.spec;
    if (priorityClassName !== "" || priority !== undefined) return;
    if (environment.of("PriorityClass").some(({ data }) => data.globalDefault === true)) return;
    report({
      path: [...pod.path, "priorityClassName"],
      message: "the pods have no PriorityClass: they wait with all others that have none, and are evicted with them",
      fix: "set priorityClassName, or make one PriorityClass the cluster's default",
    });
  },
});
