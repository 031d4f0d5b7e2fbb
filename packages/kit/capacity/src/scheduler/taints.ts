import type { Toleration } from "../objects/selector-schema.ts";
import type { Taint } from "./nodes.ts";

/** The taints of some effects that none of the tolerations covers. */
export function untolerated(
  taints: readonly Taint[],
  tolerations: readonly Toleration[],
  effects: readonly string[],
): readonly Taint[] {
  return taints.filter((taint) => effects.includes(taint.effect) && !tolerations.some((one) => tolerates(one, taint)));
}

// Toleration.ToleratesTaint of k8s.io/api/core/v1. The comparing operators are off by default.
function tolerates({ key, operator, value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== "" && effect !== taint.effect) return false;
  if (key !== "" && key !== taint.key) return false;
  return operator === "Exists" || ((operator === "Equal" || operator === "") && value === (taint.value ?? ""));
}
