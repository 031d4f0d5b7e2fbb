import { findToMask } from "./find-secrets.ts";
import type { Secret } from "./secret.ts";
import { HarmlessTexts } from "./harmless-texts.ts";
import { Steps } from "./steps.ts";

/** What stands in the place of a secret. */
export const hidden = "***";

/**
 * A text with `***` in the place of everything that looks like a secret: what has the shape of a well-known kind, what
 * its name gives away, and what is random rather than written.
 *
 * It masks more than a file may not have: in a file it must not be wrong.
 *
 * @param steps Counts the work, which is in proportion to the text.
 */
export function maskSecrets(text: string, steps = new Steps()): string {
  if (harmless.has(text)) return text;
  const found = findToMask(text, { steps });
  if (found.length === 0) harmless.add(text);
  return replaced(text, found, () => hidden);
}

const harmless = new HarmlessTexts();

/** A text with others in the place of some of its parts. */
export function replaced(text: string, parts: readonly Secret[], by: (secret: string) => string): string {
  if (parts.length === 0) return text;
  let masked = "";
  let end = 0;
  for (const part of parts) {
    masked += text.slice(end, part.at) + by(text.slice(part.at, part.end));
    end = part.end;
  }
  return masked + text.slice(end);
}
