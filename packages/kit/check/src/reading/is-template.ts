import { readAsKubectl, type RefusedDocument } from "@kit/yaml";

/**
 * Whether a document is refused for what a template engine has still to fill in: `{{ .Values.image }}`, or a line of
 * `{{- if … }}`. Without these it is taken, or refused elsewhere.
 */
export function isTemplate({ text, line, refusal }: RefusedDocument): boolean {
  if (!text.includes("{{")) return false;
  const refused = text.split("\n")[(refusal.place?.line ?? line) - line] ?? "";
  return refused.includes("{{") || readAsKubectl(filledIn(text)).every((one) => one.refusal === undefined);
}

// No longer than anybody writes one: what is never closed is not to be looked for from each of its beginnings.
const action = /\{\{[^}]{0,500}\}\}/g;
const linesOfActions = /^[ \t]*(?:\{\{[^}]{0,500}\}\}[ \t]*)+$/gm;

/** Lines that are nothing but actions are control flow, and may be nothing; elsewhere one is a value. */
function filledIn(text: string): string {
  return text.replaceAll(linesOfActions, "").replaceAll(action, "x");
}
