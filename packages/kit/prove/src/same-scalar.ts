import type { Json } from "@kit/kube";

/** Whether two values are one text: kustomize writes numbers of labels and the like as text. */
export function isSameScalar(one: Json | undefined, other: Json | undefined): boolean {
  return scalarText(one) === scalarText(other);
}

function scalarText(value: Json | undefined): string | undefined {
  return typeof value === "object" ? JSON.stringify(value) : value === undefined ? undefined : String(value);
}
