import { at, fieldText, isMap, type Json, type Path } from "@kit/kube";

/** `spec.template.spec.containers[backend].env[LOG_LEVEL].value`: entries by their names, where they have one. */
export function pathText(path: Path, ...objects: readonly Json[]): string {
  let found: readonly (Json | undefined)[] = objects;
  let text = "";
  for (const key of path) {
    found = found.map((value) => at(value, key));
    if (typeof key === "number") text += `[${nameIn(found) ?? key}]`;
    else text += fieldText(key, text === "");
  }
  return text;
}

function nameIn(entries: readonly (Json | undefined)[]): string | undefined {
  const names = entries.flatMap((entry) => (isMap(entry) && typeof entry["name"] === "string" ? [entry["name"]] : []));
  return names[0];
}
