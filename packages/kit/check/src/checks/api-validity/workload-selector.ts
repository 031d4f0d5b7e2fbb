import { hasAll, selects } from "@kit/kube";
import { objectCheck } from "../../define-check.ts";
import { isKind, type View } from "../../view/index.ts";

export const workloadSelector = objectCheck({
  id: "workload-selector",
  group: "api-validity",
  severity: "error",
  title: "a workload's selector is empty, or does not take the workload's own pods",
  kinds: ["DaemonSet", "Deployment", "ReplicaSet", "ReplicationController", "StatefulSet"],
  run: (object, report) => {
    const { labels } = object.pod!;
    if (isKind(object, "ReplicationController")) {
      const { selector = {}, template } = object.data.spec ?? {};
      if (template === undefined) {
        report({ path: ["spec", "template"], message: "the template is missing", fix: "write the pods' template" });
      } else if (Object.keys(selector).length === 0) {
        if (Object.keys(labels).length > 0) return;
        const message = "neither the selector nor the pod template has a label";
        report({ path: ["spec", "selector"], message, fix: "give the pods a label, and select by it" });
      } else if (!hasAll(selector, labels)) report(mismatch(labels));
      return;
    }
    const { selector } = (object.data as View<"Deployment">["data"]).spec ?? {};
    if (selector === undefined) {
      const message = "the selector is missing";
      report({ path: ["spec", "selector"], message, fix: "select the labels of the pod template" });
      return;
    }
    const { matchLabels = {}, matchExpressions = [] } = selector;
    if (Object.keys(matchLabels).length + matchExpressions.length === 0) {
      const message = "the selector is empty";
      report({ path: ["spec", "selector"], message, fix: "select the labels of the pod template" });
    } else if (!selects(selector, labels)) report(mismatch(labels));
  },
});

function mismatch(labels: Readonly<Record<string, string>>): { path: string[]; message: string; fix: string } {
  const own = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  const message = `the selector does not take the labels of the pod template: ${own.join(", ") || "it has none"}`;
  return { path: ["spec", "selector"], message, fix: "select labels that the template has" };
}
