import { anyObjectCheck } from "../../define-check.ts";
import { judgeLabels } from "../../rules/judge-labels.ts";
import { isKind } from "../../view/index.ts";

export const labelSyntax = anyObjectCheck({
  id: "label-syntax",
  group: "api-validity",
  severity: "error",
  title: "a label's key or value is against the syntax",
  run: (object, report) => {
    const { [ownName]: _name, ...others } = object.labels;
    // The server writes a Namespace's name over whatever this label says.
    judgeLabels(report, ["metadata", "labels"], isKind(object, "Namespace") ? others : object.labels);
    const { describedPod: pod } = object;
    if (pod === undefined || isKind(object, "Pod")) return;
    judgeLabels(report, [...pod.metadataPath, "labels"], pod.labels);
  },
});

const ownName = "kubernetes.io/metadata.name";
