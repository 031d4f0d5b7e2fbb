import { dnsLabelProblem, pathSegmentProblem } from "@kit/kube/names";
import type { Path } from "@kit/schema";
import { objectCheck, type ReportFinding } from "../../define-check.ts";
import { amountOf } from "../../pods/resources.ts";
import { judgeNumber } from "../../rules/judge-number.ts";
import { judgeOneOf } from "../../rules/judge-one-of.ts";
import { judgeReference } from "../../rules/judge-reference.ts";
import { judgeText } from "../../rules/judge-text.ts";
import { containerResourceProblem } from "../../syntax/resource-name.ts";
import type { View } from "../../view/index.ts";

export const autoscalerMetric = objectCheck({
  id: "autoscaler-metric",
  group: "api-validity",
  severity: "error",
  title: "an autoscaler's metric says too little, too much or nothing",
  standsFor: ["canonical-quantity"],
  kinds: ["HorizontalPodAutoscaler"],
  run: ({ data: { spec = {} } }, report) => {
    spec.metrics?.forEach((metric, index) => judgeMetric(metric, ["spec", "metrics", index], report));
  },
});

type Metric = NonNullable<NonNullable<View<"HorizontalPodAutoscaler">["data"]["spec"]>["metrics"]>[number];
type MetricTarget = NonNullable<NonNullable<Metric["pods"]>["target"]>;

/** By type, the field that the metric is in, and what its target may set. */
const types = {
  ContainerResource: { field: "containerResource", targets: ["averageUtilization", "averageValue"], exactlyOne: true },
  External: { field: "external", targets: ["averageValue", "value"], exactlyOne: true },
  Object: { field: "object", targets: ["averageValue", "value"], exactlyOne: false },
  Pods: { field: "pods", targets: ["averageValue"], exactlyOne: false },
  Resource: { field: "resource", targets: ["averageUtilization", "averageValue"], exactlyOne: true },
} as const;

function judgeMetric(metric: Metric, path: Path, report: ReportFinding): void {
  const { type } = metric;
  judgeText(report, { path: [...path, "type"], what: "the metric's type", text: type });
  judgeOneOf(report, {
    path: [...path, "type"],
    what: "the metric's type",
    word: type || undefined,
    words: Object.keys(types),
  });
  const wanted = types[type as keyof typeof types] as (typeof types)[keyof typeof types] | undefined;
  if (wanted === undefined) return;
  for (const { field } of Object.values(types)) {
    if (field === wanted.field || metric[field] === undefined) continue;
    const message = `the metric is of type ${type}, and has ${field}`;
    report({ path: [...path, field], message, fix: `remove it, or write it as ${wanted.field}` });
  }
  const source = metric[wanted.field];
  if (source === undefined) {
    const message = `the metric is of type ${type}, and ${wanted.field} is missing`;
    report({ path: [...path, wanted.field], message, fix: `write ${wanted.field}` });
    return;
  }
  const place = [...path, wanted.field];
  judgeSubject(metric, place, report);
  const { target } = source;
  if (target === undefined) return;
  judgeTarget(target, [...place, "target"], report);
  judgeChoice(target, wanted, [...place, "target"], report);
}

function judgeSubject(
  { type, resource, containerResource, ...others }: Metric,
  path: Path,
  report: ReportFinding,
): void {
  if (type === "Resource") {
    judgeText(report, { path: [...path, "name"], what: "the resource's name", text: resource?.name });
  } else if (type === "ContainerResource") {
    const { name, container } = containerResource ?? {};
    const resourceName = { path: [...path, "name"], what: "the resource", text: name };
    judgeText(report, { ...resourceName, problem: containerResourceProblem });
    const ofContainer = { path: [...path, "container"], what: "the container's name", text: container };
    judgeText(report, { ...ofContainer, problem: dnsLabelProblem });
  } else {
    const { metric } = others.object ?? others.pods ?? others.external ?? {};
    const name = { path: [...path, "metric", "name"], what: "the metric's name", text: metric?.name };
    judgeText(report, { ...name, problem: pathSegmentProblem });
    if (type !== "Object") return;
    judgeReference(report, [...path, "describedObject"], "the object", others.object?.describedObject ?? {});
  }
}

function judgeTarget(
  { type, value, averageValue, averageUtilization }: MetricTarget,
  path: Path,
  report: ReportFinding,
): void {
  const words = ["Utilization", "Value", "AverageValue"];
  judgeOneOf(report, { path: [...path, "type"], what: "the target's type", word: type, words });
  for (const [field, quantity] of Object.entries({ value, averageValue })) {
    const amount = amountOf(quantity);
    if (amount === undefined || amount > 0n) continue;
    const message = `${field} is ${quantity}, and must be more than 0`;
    report({ path: [...path, field], message, fix: "set what the metric shall come to" });
  }
  const rule = { path: [...path, "averageUtilization"], what: "averageUtilization", value: averageUtilization };
  judgeNumber(report, { ...rule, from: 1 });
}

function judgeChoice(
  target: MetricTarget,
  { targets, exactlyOne }: (typeof types)[keyof typeof types],
  path: Path,
  report: ReportFinding,
): void {
  const set = targets.filter((field) => target[field] !== undefined);
  if (set.length === 0) {
    const message = `the target has no ${targets.join(" and no ")}`;
    report({ path, message, fix: `write ${targets.join(" or ")}` });
  }
  if (!exactlyOne || set.length < 2) return;
  report({ path, message: `the target has both ${set.join(" and ")}`, fix: "remove one of them" });
}
