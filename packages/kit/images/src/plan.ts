import type { ImageFlow } from "@kit/kustomize";
import type { ImageReference } from "@kit/model";
import { nearest, UserError, type Problem } from "@kit/errors";
import { isSameVersion } from "./reference.ts";
import { setImage } from "./set-image.ts";
import { againstRule, type TagRule } from "./tag-rule.ts";

/** The overlay of an environment. */
export interface OverlayText {
  /** The environment's id. */
  readonly id: string;
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** What the file has: valid YAML. */
  readonly text: string;
  /** All that it is built from, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What becomes of the images in it. */
  readonly flow: ImageFlow;
}

/** An image that an overlay is to deploy in another version, or in the same. */
export interface ImageChange {
  readonly name: string;
  /** Of the entry that says it, in `images:`. */
  readonly index: number;
  readonly before: ImageReference;
  readonly after: ImageReference;
  /** The policy by which Flux sets the version, too. */
  readonly policy?: string | undefined;
}

/** What is to become of an overlay. Where there is a problem, nothing of it may be written. */
export interface Plan {
  readonly changes: readonly ImageChange[];
  /** The whole text of the overlay after the changes. */
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** The text of an overlay after changes, and what stands against them. */
export function applyChanges(
  overlay: Pick<OverlayText, "id" | "file" | "text">,
  changes: readonly ImageChange[],
  rule: TagRule | undefined,
): Plan {
  const { file, text } = overlay;
  const problems: Problem[] = [];
  let edited = text;
  for (const change of changes) {
    const { index, before, after } = change;
    const refused = isUnchanged(change) ? undefined : againstRule(overlay, change, rule);
    if (refused !== undefined) {
      problems.push(refused);
      continue;
    }
    const newName = after.repository === before.repository ? undefined : after.repository;
    // Of one that is right already nothing changes, but that a tag which is read as a number gets quotes.
    try {
      edited = setImage(edited, file, index, { tag: after.tag, digest: after.digest, newName });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { changes, text: edited, problems };
}

export function isUnchanged({ before, after }: ImageChange): boolean {
  return before.repository === after.repository && isSameVersion(before, after);
}

/** An image's name as it may have been meant, for the end of a message. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? "" : `. Did you mean ${meant}?`;
}
