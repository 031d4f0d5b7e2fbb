/** One file of a plan. */
export interface PlannedFile {
  /** Below the repository's root, with `/`. */
  readonly path: string;
  /** Its text now; undefined where it is not there. */
  readonly before: string | undefined;
  /** Its text afterwards; undefined where it is to go. */
  readonly after: string | undefined;
}

/** What a command would change in files, before it does: each path once. */
export type FilePlan = readonly PlannedFile[];

/**
 * The plan that makes files out of their texts: those that are new, gone or changed, in the order of their paths.
 *
 * @param before The texts of all files that `after` has or leaves out, where they exist.
 */
export function planOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string | undefined>): FilePlan {
  return [...after]
    .map(([path, text]) => ({ path, before: before.get(path), after: text }))
    .filter((file) => file.before !== file.after)
    .toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** Several plans as one, each built on the one before it: of a path that two have, the first text and the last. */
export function joinPlans(...plans: readonly FilePlan[]): FilePlan {
  const files = new Map<string, PlannedFile>();
  for (const file of plans.flat()) files.set(file.path, { ...file, before: (files.get(file.path) ?? file).before });
  return [...files.values()].filter(({ before, after }) => before !== after);
}
