import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeText } from "../rules/judge-text.ts";
import type { PodView, Selector } from "../view/index.ts";
import { isBarePod } from "./bare-pod.ts";

/** What selects pods by a selector, and by labels whose values are those of the pod itself. */
interface Term {
  readonly labelSelector?: Selector | undefined;
  readonly matchLabelKeys?: readonly string[] | undefined;
  readonly mismatchLabelKeys?: readonly string[] | undefined;
}

/** Reports the keys of a term that are invalid, or that its selector or the other keys have too. */
export function judgeMatchLabelKeys(report: ReportFinding, pod: PodView, path: Path, term: Term): void {
  const { labelSelector, matchLabelKeys = [], mismatchLabelKeys = [] } = term;
  for (const [field, keys] of Object.entries({ matchLabelKeys, mismatchLabelKeys })) {
    if (keys.length > 0 && labelSelector === undefined) {
      const message = `${field} is set, and there is no labelSelector`;
      report({ path: [...path, field], message, fix: `write the labelSelector, or leave ${field} out` });
      continue;
    }
    keys.forEach((text, index) => {
      judgeText(report, { path: [...path, field, index], what: "the label", text, problem: qualifiedNameProblem });
    });
  }
  const selected = selectedTwice(labelSelector ?? {}, mergedKeys(pod, term));
  matchLabelKeys.forEach((key, index) => {
    const other = mismatchLabelKeys.includes(key)
      ? "mismatchLabelKeys"
      : selected.has(key)
        ? "labelSelector"
        : undefined;
    if (other === undefined) return;
    const message = `the label ${JSON.stringify(key)} is in matchLabelKeys and in ${other}`;
    report({ path: [...path, "matchLabelKeys", index], message, fix: "keep it in one of them" });
  });
}

/** Of a Pod the server writes each key that the pod has into the selector, and then finds it there; of a template not. */
function mergedKeys(pod: PodView, { matchLabelKeys = [], mismatchLabelKeys = [] }: Term): string[] {
  return isBarePod(pod) ? [...matchLabelKeys, ...mismatchLabelKeys].filter((key) => key in pod.labels) : [];
}

function selectedTwice({ matchLabels = {}, matchExpressions = [] }: Selector, merged: readonly string[]): Set<string> {
  const seen = new Set(Object.keys(matchLabels));
  const twice = new Set<string>();
  for (const key of [...matchExpressions.map(({ key: one = "" }) => one), ...merged]) {
    if (seen.has(key)) twice.add(key);
    seen.add(key);
  }
  return twice;
}
