import { isList, isMap, type Json } from "@kit/kube";
import { isLongInteger } from "../scalar.ts";

/**
 * Whether an object has a value that is lost when kustomize applies any JSON 6902 patch to it, touched or not.
 *
 * It reads the whole object as JSON, where an integer beyond 2^53 gets other digits, and writes it as YAML that it cannot
 * read again where text of several lines begins with a tab. Seen in all versions from 5.4.2 to 5.8.1.
 */
export function isSpoiledByPatch(value: Json): boolean {
  if (typeof value === "string") return isTabbedBlock(value);
  if (typeof value === "number") return isLongInteger(value);
  if (isList(value)) return value.some(isSpoiledByPatch);
  if (!isMap(value)) return false;
  // Runs for every value of every object that changes.
  for (const key in value) {
    if (isTabbedBlock(key) || isSpoiledByPatch(value[key]!)) return true;
  }
  return false;
}

function isTabbedBlock(text: string): boolean {
  return text.startsWith("\t") && text.includes("\n");
}
