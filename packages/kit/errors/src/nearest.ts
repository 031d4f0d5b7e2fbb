import { distance } from "fastest-levenshtein";

/**
 * The candidate that a misspelt word most likely means, or undefined where none is near: a wrong guess costs more than
 * none. Near is a slip or two in all, one in a part of up to four letters. Names are made of parts and share many of them:
 * `prod-eu` is not `prod-us`, and what ends in `service` like others is not near to them.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: { readonly candidate: string; readonly slips: number } | undefined;
  for (const candidate of candidates) {
    const slips = slipsBetween(word, candidate);
    if (slips !== undefined && (best === undefined || slips < best.slips)) best = { candidate, slips };
  }
  return best?.candidate;
}

/** The same for the end of a message: `. Did you mean prod?`, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? "" : `. Did you mean ${meant}?`;
}

const mostSlips = 2;

/** How many slips make the one of the other; undefined where it takes more. */
function slipsBetween(word: string, candidate: string): number | undefined {
  const [parts, others] = [partsOf(word), partsOf(candidate)];
  if (parts.length !== others.length) return slipsOfPart(parts.join(""), others.join(""), 1);
  let slips = 0;
  for (const [index, part] of parts.entries()) {
    const other = others[index]!;
    const found = slipsOfPart(part, other, Math.max(part.length, other.length) <= 4 ? 1 : mostSlips);
    if (found === undefined) return undefined;
    slips += found;
  }
  return slips <= mostSlips ? slips : undefined;
}

function partsOf(text: string): string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

function slipsOfPart(part: string, other: string, most: number): number | undefined {
  const slips = isSwapped(part, other) ? 1 : distance(part, other);
  return slips <= most ? slips : undefined;
}

/** Whether two letters stand the other way round. */
function isSwapped(part: string, other: string): boolean {
  if (part.length !== other.length) return false;
  let at = 0;
  while (at < part.length && part[at] === other[at]) at += 1;
  if (at + 1 >= part.length) return false;
  return part.slice(0, at) + part[at + 1]! + part[at]! + part.slice(at + 2) === other;
}
