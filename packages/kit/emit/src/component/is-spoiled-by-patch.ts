import { isList, isMap, type Json } from "@kit/kube";

/**
 * Whether an object has a value that is lost when kustomize applies any JSON 6902 patch to it, touched or not.
 *
 * It reads the whole object as JSON numbers, so integers beyond 2^53 are rounded, and writes it as YAML that it cannot read
 * again where text of several lines begins with a tab. Seen in all versions from 5.4.2 to 5.8.1.
 */
export function isSpoiledByPatch(value: Json): boolean {
  if (typeof value === "string") return isTabbedBlock(value);
  if (typeof value === "number") return Number.isInteger(value) && !Number.isSafeInteger(value);
  if (isList(value)) return value.some(isSpoiledByPatch);
  return isMap(value) && Object.entries(value).some(([key, child]) => isTabbedBlock(key) || isSpoiledByPatch(child));
}

function isTabbedBlock(text: string): boolean {
  return text.startsWith("\t") && text.includes("\n");
}
