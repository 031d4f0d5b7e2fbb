import { maskTextPair } from "@kit/leaks";
import type { FileDifference } from "@kit/tree";
import { forDiffPath } from "@kit/text";
import { createTwoFilesPatch } from "diff";

// A reader looks at the first files; a reader of CI's log should not have to scroll past the rest.
const shownInFull = 25;

/** Differences as a unified diff with paths from the repository's root: `-` is committed, `+` is what a build makes. */
export function formatDrift(differences: readonly FileDifference[]): string {
  const full = differences.slice(0, shownInFull).map(formatDifference);
  const rest = differences.slice(shownInFull).map(({ kind, path }) => `${kind}: ${forDiffPath(`generated/${path}`)}\n`);
  return [...full, ...rest].join("");
}

function formatDifference(difference: FileDifference): string {
  const path = `generated/${difference.path}`;
  if (difference.kind === "changed") return unified(`a/${path}`, `b/${path}`, difference.committed, difference.built);
  if (difference.kind === "missing") return unified("/dev/null", `b/${path}`, "", difference.built);
  if (difference.kind === "extra") return unified(`a/${path}`, "/dev/null", difference.committed, "");
  return `${forDiffPath(path)} is a ${difference.type}, not a file\n`;
}

// Names are quoted as git does it.
function unified(from: string, to: string, before: string, after: string): string {
  // Before a diff takes lines out of what says what they are.
  const [own, other] = maskTextPair(before, after);
  return createTwoFilesPatch(from, to, own, other, undefined, undefined, { context: 3 }).replace(/^=+\n/, "");
}
