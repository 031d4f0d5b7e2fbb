import { isMap, type Json } from "@kit/kube";
import type { Path } from "./differences.ts";
import { valueAt } from "./value-at.ts";

/** `spec.template.spec.containers[backend].env[LOG_LEVEL].value`: entries by their names, where they have one. */
export function pathText(path: Path, ...objects: readonly Json[]): string {
  let at: readonly (Json | undefined)[] = objects;
  let text = "";
  for (const key of path) {
    at = at.map((value) => valueAt(value, [key]));
    if (typeof key === "number") text += `[${nameIn(at) ?? key}]`;
    else if (/^[\w-]+$/.test(key)) text += text === "" ? key : `.${key}`;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text;
}

function nameIn(entries: readonly (Json | undefined)[]): string | undefined {
  const names = entries.flatMap((entry) => (isMap(entry) && typeof entry["name"] === "string" ? [entry["name"]] : []));
  return names[0];
}
