import { qualifiedNameProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf, mayOvercommit } from "../../pods/resources.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { containerResourceProblem, resourceNameProblem } from "../../syntax/resource-name.ts";
import type { View } from "../../view/index.ts";

export const limitRange = objectCheck({
  id: "limit-range",
  group: "api-validity",
  severity: "error",
  title: "a LimitRange's amounts are out of order, or of nothing",
  standsFor: ["canonical-quantity"],
  kinds: ["LimitRange"],
  run: ({ data: { spec = {} } }, report) => {
    const taken = new Set<string>();
    spec.limits?.forEach((limit, index) => {
      const path = ["spec", "limits", index];
      const { type = "" } = limit;
      judgeText(report, { path: [...path, "type"], what: "the type", text: type, problem: typeProblem });
      if (taken.has(type)) {
        const message = `another limit is of the type ${type} too`;
        report({ path: [...path, "type"], message, fix: "write what belongs to a type into one limit" });
      }
      taken.add(type);
      judgeLimit(limit, path, report);
    });
  },
});

type Limit = NonNullable<NonNullable<View<"LimitRange">["data"]["spec"]>["limits"]>[number];

const fields = ["max", "min", "default", "defaultRequest", "maxLimitRequestRatio"] as const;
type Field = (typeof fields)[number];
type Amounts = Partial<Record<Field, bigint>>;

function typeProblem(type: string): string | undefined {
  const problem = qualifiedNameProblem(type);
  if (problem !== undefined || type.includes("/")) return problem;
  return ["Container", "PersistentVolumeClaim", "Pod"].includes(type) ? undefined : "is not one that Kubernetes knows";
}

function judgeLimit(limit: Limit, path: Path, report: ReportFinding): void {
  const { type = "" } = limit;
  const nameProblem = type === "Pod" || type === "Container" ? containerResourceProblem : resourceNameProblem;
  if (type === "PersistentVolumeClaim" && (limit.min?.["storage"] ?? limit.max?.["storage"]) === undefined) {
    report({ path, message: "the limit of claims has neither a min nor a max of storage", fix: "write one" });
  }
  const read = fields.filter((field) => type !== "Pod" || !field.startsWith("default"));
  for (const field of fields) {
    const names = Object.keys(limit[field] ?? {});
    if (names.length > 0 && !read.includes(field)) {
      const message = `${field} is set, which a limit of Pods cannot have`;
      report({ path: [...path, field], message, fix: "remove it, or write it into a limit of Containers" });
      continue;
    }
    for (const name of names) {
      const problem = nameProblem(name);
      if (problem === undefined) continue;
      const message = `the resource ${JSON.stringify(name)} ${problem}`;
      report({ path: [...path, field, name], message, fix: "correct the resource's name" });
    }
  }
  const names = new Set(read.flatMap((field) => Object.keys(limit[field] ?? {})));
  for (const name of names) judgeAmounts(name, amountsOf(limit, name, read), path, report);
}

/** With the defaults that the server takes from the others, in this order, where the type is Container. */
function amountsOf(limit: Limit, name: string, read: readonly Field[]): Amounts {
  const amounts: Amounts = {};
  for (const field of read) {
    const amount = amountOf(limit[field]?.[name]);
    if (amount !== undefined) amounts[field] = amount;
  }
  if (limit.type !== "Container") return amounts;
  const { max, min } = amounts;
  const ofLimit = amounts.default ?? max;
  const ofRequest = amounts.defaultRequest ?? ofLimit ?? min;
  return {
    ...amounts,
    ...(ofLimit === undefined ? {} : { default: ofLimit }),
    ...(ofRequest === undefined ? {} : { defaultRequest: ofRequest }),
  };
}

/** The first must not be more than the second. */
const orders: readonly (readonly [Field, Field])[] = [
  ["min", "max"],
  ["min", "defaultRequest"],
  ["min", "default"],
  ["defaultRequest", "max"],
  ["defaultRequest", "default"],
  ["default", "max"],
];

function judgeAmounts(name: string, amounts: Amounts, path: Path, report: ReportFinding): void {
  for (const [small, large] of orders) {
    const [lower, upper] = [amounts[small], amounts[large]];
    if (lower === undefined || upper === undefined || lower <= upper) continue;
    const message = `${small} of ${name} is more than its ${large}`;
    report({ path, message, fix: `lower ${small}, or raise ${large}` });
  }
  const { default: limit, defaultRequest: request, maxLimitRequestRatio: ratio } = amounts;
  if (!mayOvercommit(name) && limit !== undefined && request !== undefined && limit !== request) {
    const message = `default and defaultRequest of ${name} differ, which cannot be shared`;
    report({ path, message, fix: "set both to the same amount" });
  }
  if (ratio !== undefined) judgeRatio(name, ratio, amounts, path, report);
}

function judgeRatio(name: string, ratio: bigint, { min, max }: Amounts, path: Path, report: ReportFinding): void {
  const place = [...path, "maxLimitRequestRatio", name];
  if (ratio < 1_000_000_000n) {
    report({ path: place, message: `the ratio of ${name} is below 1`, fix: "set it to 1 or more" });
  }
  if (min === undefined || max === undefined || min <= 0n || ratio * min <= max * 1_000_000_000n) return;
  const message = `the ratio of ${name} is more than max divided by min`;
  report({ path: place, message, fix: "lower it, or raise max" });
}
