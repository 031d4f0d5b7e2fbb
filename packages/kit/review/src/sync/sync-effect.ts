/** What a sync does to objects, `others use` apart, which says what it leaves without what they need. */
export const deeds = [
  "deletes",
  "keeps",
  "recreates",
  "stops at",
  "takes over",
  "others use",
  "makes",
  "changes",
] as const;

type Deed = (typeof deeds)[number];

/** One thing that a sync does, with all objects that it does it to. */
export interface SyncEffect {
  readonly does: Deed;
  /** As people name them: `Deployment shop/cart`. */
  readonly objects: readonly string[];
  /** What stands behind the objects: why, or what comes of it. Empty where there is nothing to say. */
  readonly about: string;
  /** What somebody has to do by hand. */
  readonly next: string | undefined;
}
