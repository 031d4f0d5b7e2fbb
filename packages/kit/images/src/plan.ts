import type { ImageReference } from "@kit/model";
import { UserError, type Problem } from "@kit/errors";
import type { OverlayText } from "./overlay-text.ts";
import { isSameVersion } from "./reference.ts";
import { setImage } from "./set-image.ts";
import { againstRule, type TagRule } from "./tag-rule.ts";
import { usedElsewhere } from "./used-elsewhere.ts";

/** An image that an overlay is to deploy in another version, or in the same. */
export interface ImageChange {
  readonly name: string;
  /** The kustomization with the entry that says it: the overlay's own, or of a folder that it builds on. */
  readonly file: string;
  /** Of that entry, in `images:`. */
  readonly index: number;
  readonly before: ImageReference;
  readonly after: ImageReference;
  /** The policy by which Flux sets the version, too. */
  readonly policy?: string | undefined;
}

/** Environments that are changed together, and what has been planned for the others of them. */
export interface Together {
  /** All of them, by their ids. */
  readonly ids: readonly string[];
  /** By file: the texts after the changes that are planned so far. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is to become of an overlay. Where there is a problem, nothing of it may be written. */
export interface ImagePlan {
  readonly changes: readonly ImageChange[];
  /** By file: the whole texts after the changes, and after those that are planned already. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** The texts of an overlay after changes, and what stands against them. */
export function applyChanges(
  overlay: Pick<OverlayText, "id" | "file" | "texts" | "sharedWith">,
  changes: readonly ImageChange[],
  rule: TagRule | undefined,
  together: Together = { ids: [], texts: new Map() },
): ImagePlan {
  const problems: Problem[] = [];
  const texts = new Map(together.texts);
  for (const change of changes) {
    const { file, index, before, after } = change;
    const refused = isUnchanged(change)
      ? undefined
      : (againstRule(overlay, change, rule) ?? usedElsewhere(overlay, change, together.ids));
    if (refused !== undefined) {
      problems.push(refused);
      continue;
    }
    const newName = after.repository === before.repository ? undefined : after.repository;
    // Of one that is right already nothing changes, but that a tag which is read as a number gets quotes.
    try {
      const text = texts.get(file) ?? overlay.texts.get(file) ?? "";
      texts.set(file, setImage(text, file, index, { tag: after.tag, digest: after.digest, newName }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { changes, texts, problems };
}

export function isUnchanged({ before, after }: ImageChange): boolean {
  return before.repository === after.repository && isSameVersion(before, after);
}
