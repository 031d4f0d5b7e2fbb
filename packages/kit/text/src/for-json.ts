import { markWithin } from "./for-log.ts";
import { unseen } from "./unseen.ts";

/**
 * A value as JSON of several lines, which says the same to a program, and which a terminal and a CI's log may show: what
 * nobody sees, and `##[`, is escaped as JSON does.
 */
export function forJson(value: unknown, replacer?: (key: string, value: unknown) => unknown): string {
  return JSON.stringify(value, replacer, 2)
    .replaceAll(unseen, (one) => (one === "\n" ? one : escaped(one)))
    .replaceAll(markWithin, escaped);
}

/** JSON has no number for what needs two of them. */
function escaped(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}
