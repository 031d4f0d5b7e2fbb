import type { JudgedChange } from "../judge/judge.ts";

/** Stands in the place of a word that every object has its own of. No text that is shown has it. */
export const own = "\0";

/** The same as a reader sees it. */
export function readable(text: string): string {
  return text.replaceAll(own, "<name>");
}

/** Shorter ones are words of any sentence. */
const shortestPart = 3;

/**
 * Masks the words that name an object or what belongs to it, such as `cart` and `cart-config` of Deployment `cart`, its
 * containers, its namespace and its environment: so that the same change of another object has the same text.
 */
export function masker(
  environment: string | undefined,
  { id, previous, fields }: JudgedChange,
): (text: string) => string {
  const containers = fields.flatMap(({ path }) => /ontainers\[name=([^\],]+)\]/.exec(path)?.[1] ?? []);
  const names = [...new Set([id.name, ...(previous === undefined ? [] : [previous.name]), ...containers])];
  const places = new Set([id.namespace, previous?.namespace, environment?.split("/").at(-1)]);
  const known = new Map<string, string>();
  const masked = (word: string): string => (places.has(word) || names.some((name) => belongs(word, name)) ? own : word);
  return (text) =>
    text.replaceAll(words, (word) => {
      const shown = known.get(word) ?? masked(word);
      known.set(word, shown);
      return shown;
    });
}

const words = /[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*/g;

function belongs(word: string, name: string): boolean {
  if (word === name || word.startsWith(`${name}-`)) return true;
  return word.length >= shortestPart && name.startsWith(`${word}-`);
}

/** A value with every text in it masked; keys stay. */
export function maskedValue(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === "string") return mask(value);
  if (Array.isArray(value)) return (value as unknown[]).map((item) => maskedValue(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskedValue(one, mask)]));
}
