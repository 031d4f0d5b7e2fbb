import type { Path } from "@kit/schema";

/** `spec.template.metadata.labels["app.kubernetes.io/name"]`, `spec.ports[0]`: a place in an object as people write it. */
export function pathText(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}
