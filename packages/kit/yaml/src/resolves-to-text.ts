import { resolve } from "./values/resolve.ts";

/** Whether a text is itself without quotes, to kubectl: neither a number, nor a word such as `yes`. */
export function resolvesToText(text: string): boolean {
  const { tag } = resolve(text, 2);
  return tag === "!!str" || tag === "!!timestamp";
}
