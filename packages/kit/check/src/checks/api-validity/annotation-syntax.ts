import { anyObjectCheck } from "../../define-check.ts";
import { judgeAnnotations } from "../../rules/judge-annotations.ts";
import { isKind } from "../../view/index.ts";

export const annotationSyntax = anyObjectCheck({
  id: "annotation-syntax",
  group: "api-validity",
  severity: "error",
  title: "an annotation's key is against the syntax, or the annotations are too large together",
  run: (object, report) => {
    judgeAnnotations(report, ["metadata", "annotations"], object.annotations);
    const { describedPod: pod } = object;
    if (pod === undefined || isKind(object, "Pod")) return;
    judgeAnnotations(report, [...pod.metadataPath, "annotations"], pod.annotations);
  },
});
