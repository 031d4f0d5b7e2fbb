import { listOf, mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import { entriesOf } from "./entries-of.ts";
import { any, type Segment } from "./claim.ts";
import { claim, type DeclaringField } from "./declared.ts";
import { selectorOf } from "./selector.ts";

/** What entries of `replacements` declare: the fields of their targets. An entry may be a path of a file with more. */
export function readReplacements(field: DeclaringField, entries: readonly Json[]): void {
  for (const entry of entries.map((one) => mapOf(one))) {
    const path = textOf(entry["path"]);
    if (path === undefined) {
      readTargets(field, entry);
      continue;
    }
    const documents = field.documentsOf(path);
    if (documents === undefined) field.declared.unreadable.push(`${field.by}: ${path} cannot be read`);
    for (const one of documents?.flatMap((document) => (Array.isArray(document) ? (document as Json[]) : [document])) ??
      []) {
      readTargets(field, mapOf(one));
    }
  }
}

function readTargets(field: DeclaringField, replacement: JsonObject): void {
  for (const [target] of entriesOf(replacement["targets"])) {
    const selects = selectorOf(mapOf(target["select"]));
    const paths = listOf(target["fieldPaths"]).filter((path) => typeof path === "string");
    for (const path of paths.length === 0 ? ["metadata.name"] : paths) claim(field, selects, fieldPath(path));
  }
}

/** What an entry of `vars` declares: its name, wherever a text has it. */
export function readVariables({ declared }: DeclaringField, value: Json | undefined): void {
  for (const [{ name }] of entriesOf(value)) if (typeof name === "string") declared.variables.push(name);
}

/** `spec.containers.[name=web].env.0.value`: parts at dots, but for those in brackets and after a backslash. */
export function fieldPath(path: string): Segment[] {
  const parts = path.match(/(?:\\.|\[[^\]]*\]|[^.\\[])+/g) ?? [];
  return parts.map((part): Segment => {
    if (part === "*") return any;
    const [, inside] = /^\[(.*)\]$/.exec(part) ?? [];
    const [, key, value] = /^([^=]+)=(.*)$/.exec(inside ?? "") ?? [];
    if (key !== undefined) return { type: "entry", fields: { [key]: value! } };
    return { type: "token", token: inside ?? part.replaceAll(/\\(.)/g, "$1") };
  });
}
