import { selects } from "@kit/kube";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { jobSpecOf, kindsWithJobs } from "../../jobs.ts";
import { isKind, type View } from "../../view/index.ts";

export const jobSelector = objectCheck({
  id: "job-selector",
  group: "api-validity",
  severity: "error",
  title: "a Job selects its pods by other labels than the API server gives them",
  kinds: kindsWithJobs,
  run: (object, report) => {
    if (isKind(object, "Job")) {
      judgeJob(object, report);
      return;
    }
    const { path, spec } = jobSpecOf(object);
    if (spec.selector !== undefined) {
      const message = "the selector is set, and the API server makes it for each Job of a CronJob";
      report({ path: [...path, "selector"], message, fix: "remove it" });
    }
    if (spec.manualSelector !== true) return;
    const message = "manualSelector is true, which a CronJob's Jobs cannot be";
    report({ path: [...path, "manualSelector"], message, fix: "remove it" });
  },
});

const nameLabels = ["job-name", "batch.kubernetes.io/job-name"];
const uidLabels = ["controller-uid", "batch.kubernetes.io/controller-uid"];

function judgeJob(object: View<"Job">, report: ReportFinding): void {
  const { selector, manualSelector = false } = object.data.spec ?? {};
  const { labels, metadataPath } = object.pod!;
  const path = ["spec", "selector"];
  if (manualSelector) {
    if (selector !== undefined && selects(selector, labels)) return;
    const message =
      selector === undefined
        ? "manualSelector is true, and the selector is missing"
        : "the selector does not take the labels of the pod template";
    report({ path, message, fix: "select labels of the pod template, or leave manualSelector out" });
    return;
  }
  for (const label of [...nameLabels, ...uidLabels]) {
    const value = labels[label];
    if (value === undefined || (value === object.name && nameLabels.includes(label))) continue;
    const message = `the label is ${JSON.stringify(value)}, and the API server gives it a value itself`;
    report({ path: [...metadataPath, "labels", label], message, fix: "remove it" });
  }
  const generated = Object.fromEntries(nameLabels.map((label) => [label, object.name]));
  if (selector === undefined || selects(selector, generated)) return;
  const message = "the selector is set, and the API server makes it where manualSelector is not true";
  report({ path, message, fix: "remove it" });
}
