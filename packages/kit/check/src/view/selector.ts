import type { IDeploymentSpec } from "kubernetes-models/apps/v1/DeploymentSpec";
import type { Loose } from "./kinds.ts";

type Labels = Readonly<Record<string, string>>;

/** A label selector as objects have it. */
export type Selector = Loose<IDeploymentSpec["selector"]>;

/**
 * Whether a label selector takes an object with these labels. An empty one takes all.
 *
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#resources-that-support-set-based-requirements
 */
export function selects({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key = "", operator, values = [] }) => meets(labels[key], operator, values))
  );
}

/** Whether a plain map of labels, such as a Service's selector, takes an object with these labels. */
export function matches(selector: Readonly<Record<string, unknown>>, labels: Labels): boolean {
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}

function meets(value: string | undefined, operator: string | undefined, values: readonly string[]): boolean {
  if (operator === "Exists") return value !== undefined;
  if (operator === "DoesNotExist") return value === undefined;
  if (operator === "In") return value !== undefined && values.includes(value);
  if (operator === "NotIn") return value === undefined || !values.includes(value);
  return false;
}
