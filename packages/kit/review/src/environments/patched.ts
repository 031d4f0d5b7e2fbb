import { isMap, type Loose } from "@kit/kube";
import { readAsKubectl } from "@kit/yaml";
import type { Document } from "../input/document.ts";

/**
 * An object with the JSON 6902 patch of its environment's component. What the patch tests is so: it has been rendered.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6902
 */
export function patched(data: Loose, patch: Document): Loose {
  const operations = (readAsKubectl(patch.text)[0]?.data ?? []) as readonly unknown[] as readonly Operation[];
  const result = structuredClone(data);
  for (const operation of operations) {
    if (operation.op !== "test") apply(result, operation);
  }
  return result;
}

interface Operation {
  readonly op: "test" | "add" | "replace" | "remove";
  readonly path: string;
  readonly value?: unknown;
}

function apply(data: unknown, { op, path, value }: Operation): void {
  const steps = path
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const parent = steps.slice(0, -1).reduce((at, step) => (isParent(at) ? at[step] : undefined), data);
  const last = steps.at(-1) ?? "";
  if (!isParent(parent)) return;
  if (Array.isArray(parent)) {
    const index = last === "-" ? parent.length : Number(last);
    parent.splice(index, op === "add" ? 0 : 1, ...(op === "remove" ? [] : [value]));
  } else if (op === "remove") delete parent[last];
  else parent[last] = value;
}

function isParent(value: unknown): value is Record<string, unknown> {
  return Array.isArray(value) || isMap(value);
}
