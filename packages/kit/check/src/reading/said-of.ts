import { shown } from "@kit/errors";
import type { Reading, ReadingDifference } from "@kit/yaml";
import type { FindingDraft } from "../define-check.ts";

/** What a difference says; undefined where another finding says it: that kubectl refuses it, or that a key is twice. */
export function saidOf({ path, place, kubectl, kustomize }: ReadingDifference): FindingDraft | undefined {
  if ("refusal" in kubectl || saysTwice(kustomize)) return undefined;
  if ("refusal" in kustomize) {
    const at = place === undefined ? "" : ` at line ${place.line}, column ${place.column}`;
    const message = `kubectl takes it, and kustomize refuses it${at}: ${kustomize.refusal.said}`;
    return { message, fix: nextOf(kustomize.refusal.said), path };
  }
  if (path.length === 0) return ofDocument(kubectl, kustomize);
  const [own, other] = [kubectl, kustomize].map(valueText);
  const message =
    own === other ? "kubectl and kustomize read two values" : `it is ${own} to kubectl, and ${other} to kustomize`;
  return { message, fix: "write it in quotes, or the value that is meant", path };
}

function saysTwice(reading: Reading): boolean {
  return "refusal" in reading && reading.refusal.said.endsWith("already defined");
}

function ofDocument(kubectl: Reading, kustomize: Reading): FindingDraft {
  const isLeftOut = "value" in kustomize && kustomize.value === undefined;
  return {
    message: isLeftOut
      ? "kubectl reads this document, and kustomize passes it over"
      : "kubectl and kustomize read different documents",
    fix: "part the documents with lines of `---`",
    path: [],
  };
}

function nextOf(said: string): string {
  if (/UTF-8|Unicode/.test(said)) return "save the file as UTF-8";
  if (said.startsWith("json: unsupported type")) return "write the keys in quotes";
  return "write what both take";
}

/** A value that may be a secret is not shown: all texts but words of YAML 1.1 and times. */
function valueText(reading: Reading): string {
  const value = "value" in reading ? reading.value : undefined;
  if (value === undefined) return "nothing";
  if (typeof value === "string") return isWordOrTime.test(value) ? shown(value) : "a text";
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "a list" : "a map";
  return typeof value === "number" || typeof value === "bigint" ? "a number" : String(value);
}

const isWordOrTime = /^(?:y|n|yes|no|on|off|true|false|null|~|\d{4}-\d\d?-\d\d?(?:[Tt :\d.,Z+-]*))$/i;
