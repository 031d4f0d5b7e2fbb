import { pathSegmentProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";
import { judgeAll } from "../rules/judge-all.ts";
import { judgeLabelSelector } from "../rules/judge-labels.ts";
import { judgeText } from "../rules/judge-text.ts";
import { judgeUnique } from "../rules/judge-unique.ts";
import type { Selector } from "../view/index.ts";

/** What requests a webhook or policy is asked about. */
export interface AdmissionRule {
  readonly apiGroups?: readonly string[] | undefined;
  readonly apiVersions?: readonly string[] | undefined;
  readonly operations?: readonly string[] | undefined;
  readonly resources?: readonly string[] | undefined;
  readonly resourceNames?: readonly string[] | undefined;
}

export interface MatchResources {
  readonly namespaceSelector?: Selector | undefined;
  readonly objectSelector?: Selector | undefined;
  readonly resourceRules?: readonly AdmissionRule[] | undefined;
  readonly excludeResourceRules?: readonly AdmissionRule[] | undefined;
}

const what = { apiVersions: "the API version", operations: "the operation" };

/** Reports rules that match nothing, or that say all and something beside it. */
export function judgeAdmissionRule(report: ReportFinding, path: Path, rule: AdmissionRule): void {
  const { apiGroups, apiVersions, operations, resources, resourceNames = [] } = rule;
  judgeAll(report, { path: [...path, "apiGroups"], what: "API groups", names: apiGroups });
  judgeAll(report, { path: [...path, "apiVersions"], what: "API versions", names: apiVersions });
  judgeAll(report, { path: [...path, "operations"], what: "operations", names: operations });
  for (const [field, texts] of Object.entries({ apiVersions, operations })) {
    texts?.forEach((text, index) =>
      judgeText(report, { path: [...path, field, index], what: what[field as keyof typeof what], text }),
    );
  }
  judgeResources(report, [...path, "resources"], resources);
  const names = [...path, "resourceNames"];
  judgeUnique(report, { path: names, what: "the name", values: resourceNames });
  resourceNames.forEach((text, index) => {
    const problem = pathSegmentProblem(text);
    if (problem === undefined) return;
    report({
      path: [...names, index],
      message: `the name ${JSON.stringify(text)} ${problem}`,
      fix: "correct the name",
    });
  });
}

/** Reports what a policy or its binding matches, where that is against the rules. */
export function judgeMatchResources(report: ReportFinding, path: Path, match: MatchResources | undefined): void {
  if (match === undefined) return;
  const { namespaceSelector, objectSelector, resourceRules = [], excludeResourceRules = [] } = match;
  for (const [field, selector] of Object.entries({ namespaceSelector, objectSelector })) {
    judgeLabelSelector(report, [...path, field], selector);
  }
  for (const [field, rules] of Object.entries({ resourceRules, excludeResourceRules })) {
    rules.forEach((rule, index) => judgeAdmissionRule(report, [...path, field, index], rule));
  }
}

/** Reports operations of a policy that changes objects, which cannot change those that are deleted. */
export function judgeMutatedOperations(report: ReportFinding, path: Path, match: MatchResources | undefined): void {
  match?.resourceRules?.forEach(({ operations = [] }, index) => {
    const place = operations.indexOf("DELETE");
    if (place === -1) return;
    const message = "the operation DELETE has no object to change";
    report({ path: [...path, "resourceRules", index, "operations", place], message, fix: "remove DELETE" });
  });
}

function judgeResources(report: ReportFinding, path: Path, resources: readonly string[] = []): void {
  if (resources.length === 0) report({ path, message: "the resources are missing", fix: "write at least one, or *" });
  const allSubresources = new Set<string>();
  const allResources = new Set<string>();
  // The server looks only at the last one without a subresource.
  const lastPlain = resources.findLast((text) => text !== "" && !text.includes("/"));
  resources.forEach((text, index) => {
    if (text === "") report({ path: [...path, index], message: "the resource is empty", fix: "write the resource" });
    const [resource, sub] = splitOnce(text);
    if (sub === undefined) return;
    const other = allSubresources.has(resource) ? `${resource}/*` : allResources.has(sub) ? `*/${sub}` : undefined;
    if (other !== undefined) {
      report({ path: [...path, index], message: `the resource ${text} is in ${other}`, fix: "remove one of them" });
    }
    if (sub === "*") allSubresources.add(resource);
    if (resource === "*") allResources.add(sub);
  });
  const besideAll = resources.includes("*/*") && resources.length > 1;
  if (besideAll || (resources.includes("*") && lastPlain !== undefined && lastPlain !== "*")) {
    const all = besideAll ? "*/*" : "*";
    report({ path, message: `the resources have others beside ${all}`, fix: `remove ${all}, or the others` });
  }
}

function splitOnce(text: string): [string, string | undefined] {
  const slash = text.indexOf("/");
  return slash === -1 ? [text, undefined] : [text.slice(0, slash), text.slice(slash + 1)];
}
