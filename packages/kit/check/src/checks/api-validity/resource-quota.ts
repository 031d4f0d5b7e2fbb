import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { isCounted, isKnownQuota, quotaResourceProblem } from "../../syntax/resource-name.ts";
import type { View } from "../../view/index.ts";

export const resourceQuota = objectCheck({
  id: "resource-quota",
  group: "api-validity",
  severity: "error",
  title: "a ResourceQuota limits what cannot be limited, or by scopes that do not fit",
  standsFor: ["canonical-quantity"],
  kinds: ["ResourceQuota"],
  run: ({ data: { spec = {} } }, report) => {
    const { hard = {}, scopes = [], scopeSelector } = spec;
    for (const [name, quantity] of Object.entries(hard)) {
      const path = ["spec", "hard", name];
      const problem = quotaResourceProblem(name);
      if (problem !== undefined) {
        const message = `the resource ${JSON.stringify(name)} ${problem}`;
        report({ path, message, fix: "correct the resource's name" });
      }
      const amount = amountOf(quantity) ?? 0n;
      const ofAmount = amount < 0n ? "must not be negative" : isBroken(name, amount) ? "must be a whole number" : "";
      if (ofAmount === "") continue;
      report({ path, message: `${name} is ${quantity}, and ${ofAmount}`, fix: "correct the amount" });
    }
    const names = Object.keys(hard).filter(isKnownQuota);
    judgeScopes(scopes, names, ["spec", "scopes"], report);
    const path = ["spec", "scopeSelector", "matchExpressions"];
    const { matchExpressions = [] } = scopeSelector ?? {};
    const selected = matchExpressions.flatMap(({ scopeName }) => scopeName ?? []);
    judgeScopes(selected, names, path, report);
    matchExpressions.forEach((one, index) => judgeExpression(one, [...path, index], report));
  },
});

function isBroken(name: string, amount: bigint): boolean {
  return isCounted(name) && amount % 1_000_000_000n !== 0n;
}

const ofPods = ["pods", "cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory"];
const takenBy: Readonly<Record<string, readonly string[]>> = {
  BestEffort: ["pods"],
  CrossNamespacePodAffinity: ofPods,
  NotBestEffort: ofPods,
  NotTerminating: ofPods,
  PriorityClass: ofPods,
  Terminating: ofPods,
  VolumeAttributesClass: ["persistentvolumeclaims", "requests.storage"],
};
const opposites = [
  ["BestEffort", "NotBestEffort"],
  ["Terminating", "NotTerminating"],
] as const;

function judgeScopes(scopes: readonly string[], names: readonly string[], path: Path, report: ReportFinding): void {
  for (const scope of new Set(scopes)) {
    judgeOneOf(report, { path, what: "the scope", word: scope, words: Object.keys(takenBy) });
    const odd = names.filter((name) => !(takenBy[scope] ?? names).includes(name));
    if (odd.length === 0) continue;
    const message = `the scope ${scope} does not go with ${odd.join(", ")}`;
    report({ path, message, fix: "write a quota of its own for them" });
  }
  for (const [one, other] of opposites) {
    if (!scopes.includes(one) || !scopes.includes(other)) continue;
    report({ path, message: `${one} and ${other} leave nothing over`, fix: "remove one of them" });
  }
}

type Scope = NonNullable<NonNullable<View<"ResourceQuota">["data"]["spec"]>["scopeSelector"]>;
type Expression = NonNullable<Scope["matchExpressions"]>[number];

function judgeExpression({ scopeName, operator, values = [] }: Expression, path: Path, report: ReportFinding): void {
  if (scopeName === undefined) {
    report({ path: [...path, "scopeName"], message: "the scope is missing", fix: "write the scope" });
    return;
  }
  if (operator === undefined) {
    report({ path: [...path, "operator"], message: "the operator is missing", fix: "write the operator" });
    return;
  }
  const hasValues = operator === "In" || operator === "NotIn";
  if (operator !== "Exists" && scopeName !== "PriorityClass" && scopeName !== "VolumeAttributesClass") {
    const message = `the operator of the scope ${scopeName} is ${operator}, and must be Exists`;
    report({ path: [...path, "operator"], message, fix: "write Exists, without values" });
  }
  if (hasValues === values.length > 0) return;
  const message = hasValues ? `${operator} has no values` : `${operator} has values`;
  report({ path: [...path, "values"], message, fix: hasValues ? "write the values" : "leave the values out" });
}
