import type { IPolicyRule } from "kubernetes-models/rbac.authorization.k8s.io/v1/PolicyRule";
import { objectCheck, type Check, type CheckFacts } from "./define-check.ts";
import type { LooseKind } from "./view/index.ts";

export type Rule = LooseKind<IPolicyRule>;

/** A check of every rule of every Role and ClusterRole: what it says is wrong, and how to fix it. */
export function ruleCheck<const Id extends string>(
  check: Pick<CheckFacts<Id>, "id" | "title"> & {
    readonly run: (rule: Rule) => { readonly message: string; readonly fix: string } | undefined;
  },
): Check<Id> {
  const { run, ...facts } = check;
  return objectCheck({
    ...facts,
    group: "security",
    severity: "warning",
    kinds: ["Role", "ClusterRole"],
    run: ({ data }, report) => {
      data.rules?.forEach((rule, index) => {
        const said = run(rule);
        if (said !== undefined) report({ ...said, path: ["rules", index] });
      });
    },
  });
}

/**
 * Which of some verbs a rule gives for a resource that it names, in the core group or another. What it gives by
 * `resources: ["*"]` is not meant: that is what `wildcard-rbac` finds.
 */
export function verbsOn(rule: Rule, group: string, resource: string, verbs: readonly string[]): string[] {
  const { apiGroups = [], resources = [], verbs: given = [] } = rule;
  const isMeant = (apiGroups.includes(group) || apiGroups.includes("*")) && resources.includes(resource);
  if (!isMeant) return [];
  return given.includes("*") ? ["*"] : verbs.filter((verb) => given.includes(verb));
}

/** Whether a rule gives everything on everything. */
export function givesAll({ apiGroups = [], resources = [], verbs = [] }: Rule): boolean {
  return [apiGroups, resources, verbs].every((list) => list.includes("*"));
}
