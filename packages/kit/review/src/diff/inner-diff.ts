import { isMap } from "@kit/kube";
import { diffWordsWithSpace, structuredPatch } from "diff";
import { load } from "js-yaml";
import type { FieldChange, InnerDiff, WordPart } from "./change.ts";

/** Compares what is written in two texts. */
type CompareData = (before: unknown, after: unknown) => readonly FieldChange[];

/** A shorter line is seen at a glance. */
const longLine = 60;
/** Longer texts are not read as data, nor are those with more values. */
const longestData = 262_144;
const mostValues = 20_000;
/** What differs in more lines or words is a different text. */
const mostEdits = 2_000;

/** What differs inside of two texts; undefined where they are short, are not texts, or have too little in common. */
export function innerDiff(before: unknown, after: unknown, compareData: CompareData): InnerDiff | undefined {
  if (typeof before !== "string" || typeof after !== "string") return undefined;
  const [own, other] = [embedded(before), embedded(after)];
  if (own !== undefined && other !== undefined && Array.isArray(own) === Array.isArray(other)) {
    return { form: "data", fields: compareData(own, other) };
  }
  return before.includes("\n") || after.includes("\n") ? linesDiff(before, after) : wordsDiff(before, after);
}

function embedded(text: string): object | undefined {
  if (text.length > longestData || !(text.includes("\n") || /^\s*[{[]/.test(text))) return undefined;
  try {
    const value = load(text);
    const isCollection = isMap(value) || Array.isArray(value);
    return isCollection && countValues(value, mostValues) < mostValues ? value : undefined;
  } catch {
    return undefined;
  }
}

function linesDiff(before: string, after: string): InnerDiff | undefined {
  const options = { context: 2, maxEditLength: mostEdits };
  const patch = structuredPatch("", "", before, after, undefined, undefined, options);
  if (patch === undefined) return undefined;
  const hunks = patch.hunks.map(({ oldStart, newStart, lines }) => ({ before: oldStart, after: newStart, lines }));
  return { form: "lines", hunks };
}

function wordsDiff(before: string, after: string): InnerDiff | undefined {
  if (Math.min(before.length, after.length) < longLine) return undefined;
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  if (changes === undefined || !changes.some(({ added, removed }) => !added && !removed)) return undefined;
  const parts = changes.map(({ added, removed, value }): WordPart => ({
    op: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
  return { form: "words", parts };
}

/** How many values a value is made of; as soon as they are too many, that many. */
function countValues(value: unknown, most: number): number {
  if (typeof value !== "object" || value === null) return 1;
  let count = 1;
  for (const part of Object.values(value)) {
    if (count >= most) return count;
    count += countValues(part, most - count);
  }
  return count;
}
