import { dnsLabelProblem } from "@kit/kube/names";
import { podCheck } from "../../define-check.ts";
import { volumesOf } from "../../pods/volumes.ts";
import { judgeText } from "../../rules/judge-text.ts";

export const volumeName = podCheck({
  id: "volume-name",
  group: "api-validity",
  severity: "error",
  title: "a volume's name is not a DNS label",
  run: (pod, report) => {
    // Two of one name have the same key in the list of volumes.
    for (const { name, path } of volumesOf(pod)) {
      judgeText(report, { path: [...path, "name"], what: "the volume's name", text: name, problem: dnsLabelProblem });
    }
  },
});
