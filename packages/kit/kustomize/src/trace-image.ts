import { isAt, type FieldSpec, type FieldPlace } from "./field-spec.ts";
import { applyEntry, type ImageEntry } from "./image-entry.ts";
import { isContainerImage } from "./image-fields.ts";
import { imageMatcher, type ImageMatcher } from "./image-name.ts";

/** What an entry made of an image. */
export interface ImageStep<Entry> {
  readonly by: Entry;
  readonly before: string;
  readonly after: string;
}

/** An entry with what its name matches: there may be a thousand of them, for as many images. */
export interface PreparedEntry<Entry> {
  readonly by: Entry;
  readonly matches: ImageMatcher;
}

/** Entries as `traceImage` takes them. One whose name is not a regular expression matches nothing. */
export function prepareEntries<Entry extends { readonly entry: ImageEntry }>(
  entries: readonly Entry[],
): PreparedEntry<Entry>[] {
  return entries.flatMap((by) => {
    const matches = imageMatcher(by.entry.name ?? "");
    return matches === undefined ? [] : [{ by, matches }];
  });
}

/**
 * What entries make of an image, one after the other: each takes what the one before it left.
 *
 * kustomize looks at a field once for the list of containers that it is in, and once for each spec that names it; that
 * counts only for `tagSuffix`.
 */
export function traceImage<Entry extends { readonly entry: ImageEntry }>(
  place: FieldPlace,
  reference: string,
  entries: readonly PreparedEntry<Entry>[],
  specs: readonly FieldSpec[],
): ImageStep<Entry>[] {
  const times = (isContainerImage(place) ? 1 : 0) + specs.filter((spec) => isAt(place, spec)).length;
  const steps: ImageStep<Entry>[] = [];
  let before = reference;
  for (const { by, matches } of times === 0 ? [] : entries) {
    if (!matches(before)) continue;
    let after = before;
    for (let time = 0; time < times; time++) after = applyEntry(after, by.entry) ?? after;
    steps.push({ by, before, after });
    before = after;
  }
  return steps;
}
