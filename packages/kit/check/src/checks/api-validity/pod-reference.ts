import { dnsSubdomainProblem, qualifiedNameProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { isBarePod } from "../../pods/bare-pod.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const podReference = podCheck({
  id: "pod-reference",
  group: "api-validity",
  severity: "error",
  title: "a pod names a node, a service account, a class or a gate that cannot exist",
  standsFor: ["priority-class-missing", "service-account-missing"],
  run: (pod, report) => {
    const { spec, path } = pod;
    const account =
      spec.serviceAccountName === undefined || spec.serviceAccountName === "" ? "serviceAccount" : undefined;
    for (const [field, what] of Object.entries(names)) {
      const place = field === "serviceAccountName" ? (account ?? field) : field;
      const text = (spec as Readonly<Record<string, string | undefined>>)[place];
      if (text === undefined || (text === "" && field !== "runtimeClassName")) continue;
      judgeText(report, { path: [...path, place], what, text, problem: dnsSubdomainProblem });
    }
    spec.readinessGates?.forEach(({ conditionType: text }, index) => {
      const place = [...path, "readinessGates", index, "conditionType"];
      judgeText(report, { path: place, what: "the condition", text, problem: qualifiedNameProblem });
    });
    spec.schedulingGates?.forEach(({ name: text }, index) => {
      const place = [...path, "schedulingGates", index, "name"];
      judgeText(report, { path: place, what: "the scheduling gate", text, problem: qualifiedNameProblem });
    });
    const { nodeName = "", schedulingGates = [] } = spec;
    if (!isBarePod(pod) || nodeName === "" || schedulingGates.length === 0) return;
    const message = `the node ${JSON.stringify(nodeName)} is named, and scheduling gates are still shut`;
    report({ path: [...path, "nodeName"], message, fix: "leave one of nodeName and schedulingGates out" });
  },
});

const names = {
  nodeName: "the node's name",
  serviceAccountName: "the service account's name",
  priorityClassName: "the priority class's name",
  runtimeClassName: "the runtime class's name",
};
