import { fieldText } from "@kit/kube";
import type { Path } from "@kit/schema";

/** `spec.template.metadata.labels["app.kubernetes.io/name"]`, `spec.ports[0]`: a place in an object as people write it. */
export function pathText(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : fieldText(step, index === 0))).join("");
}
