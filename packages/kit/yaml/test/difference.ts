import { isDeepStrictEqual } from "node:util";
import { canonical, type Verdict } from "./verdict.ts";

/** How one of our readers and its judge differ on a file, if they do. */
export function differenceOf(
  file: Uint8Array,
  own: Verdict,
  judged: Verdict,
): { own: Verdict; judge: Verdict } | undefined {
  const judge = canonical(judged);
  if (isByChance(own) || isTooDeep(own)) return undefined;
  const isSame =
    isDeepStrictEqual(own.documents, judge.documents) && (isSameRefusal(own, judge) || goesOn(file, own, judge));
  return isSame ? undefined : { own, judge };
}

/**
 * Behind a comment above a list's entry, the third go-yaml goes on where it has found a fault, and tells another one
 * that follows from it.
 */
function goesOn(file: Uint8Array, own: Verdict, judge: Verdict): boolean {
  const isSyntax = [own, judge].every(({ refusal = "" }) => /^line \d+: |^(?:did not|could not|found) /.test(refusal));
  return isSyntax && /#[^]*-\s/.test(new TextDecoder().decode(file));
}

function isSameRefusal(own: Verdict, { refusal }: Verdict): boolean {
  if (refusal === undefined || own.refusal === undefined) return refusal === own.refusal;
  // Of what begins like JSON and is neither that nor YAML, kubectl tells what is wrong with it as JSON.
  return refusal === "json" || own.refusals!.includes(refusal);
}

/** kubectl takes it, and reads this or that each time. We refuse it: docs/yaml.md. */
function isByChance({ refusals = [] }: Verdict): boolean {
  return refusals.some((refusal) => refusal.endsWith("is left to chance"));
}

/** The judges go some thousands of levels down. We do not: docs/yaml.md. */
function isTooDeep({ refusals = [] }: Verdict): boolean {
  return refusals.some((refusal) => refusal.includes("exceeded max depth"));
}
