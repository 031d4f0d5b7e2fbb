import { isBuiltIn, podLabelsOf, selects } from "@kit/kube";
import { perEnvironment } from "./per-environment.ts";
import type { EnvironmentView, Selector, View } from "./view/index.ts";

/** Finds out whether pods of a namespace have the labels that a selector asks for. */
export interface SelectedPods {
  (namespace: string | undefined, selector: Selector): boolean;
}

/**
 * Whether anything in an environment makes pods that a selector takes; custom resources with a pod template, such as
 * Argo's Rollouts, too.
 */
export const selectedIn = perEnvironment((environment: EnvironmentView<"objects">): SelectedPods => {
  const custom = environment.objects.flatMap(({ apiVersion, raw, namespace = "default" }) =>
    isBuiltIn(apiVersion) ? [] : podLabelsOf(raw).map((labels) => ({ namespace, labels })),
  );
  return (namespace = "default", selector) =>
    environment.podsOf(namespace, selector).length > 0 ||
    custom.some((one) => one.namespace === namespace && selects(selector, one.labels));
});

/** The labels of the pods that a Service or another object with a plain map asks for; undefined where it asks none. */
export function serviceSelector(service: View<"Service">): Selector | undefined {
  const { selector = {}, type } = service.data.spec ?? {};
  if (type === "ExternalName" || Object.keys(selector).length === 0) return undefined;
  return { matchLabels: selector };
}

/** A selector as people write it: `app=web, tier in (a, b)`. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: Selector): string {
  return [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) =>
      values.length === 0 ? `${key} ${operator}` : `${key} ${operator} (${values.join(", ")})`,
    ),
  ].join(", ");
}

/** Whether a selector names nothing and so takes everything. */
export function takesAll({ matchLabels = {}, matchExpressions = [] }: Selector): boolean {
  return Object.keys(matchLabels).length === 0 && matchExpressions.length === 0;
}
