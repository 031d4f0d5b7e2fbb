import { imageMatcher, splitImage } from "./image-name.ts";

/** An entry of a kustomization's `images:`. */
export interface ImageEntry {
  /** A regular expression. Without it the entry matches no image. */
  readonly name?: string;
  readonly newName?: string;
  readonly newTag?: string;
  readonly digest?: string;
  /** What is put behind the tag, where neither `newTag` nor `digest` says another. */
  readonly tagSuffix?: string;
}

const fields = ["name", "newName", "newTag", "digest", "tagSuffix"] as const;

/** An entry as somebody wrote it; what is not a text is left out. */
export function imageEntry(written: unknown): ImageEntry {
  if (typeof written !== "object" || written === null) return {};
  // kustomize takes keys in any case, and of two the one that is sorted behind the other: small letters are.
  const entries = Object.entries(written).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const byKey = new Map(entries.map(([key, value]): [string, unknown] => [key.toLowerCase(), value]));
  const texts = fields.flatMap((field): [string, string][] => {
    const value = byKey.get(field.toLowerCase());
    return typeof value === "string" && value !== "" ? [[field, value]] : [];
  });
  return Object.fromEntries(texts);
}

/**
 * The reference that an entry makes of an image, as kustomize does; undefined where it does not match it. A `newTag`
 * drops the digest that there was, and a `digest` the tag.
 */
export function applyEntry(
  reference: string,
  { name = "", newName, newTag, digest, tagSuffix }: ImageEntry,
): string | undefined {
  if (imageMatcher(name)?.(reference) !== true) return undefined;
  const was = splitImage(reference);
  const repository = newName ?? was.name;
  if (newTag !== undefined || digest !== undefined) return join(repository, newTag ?? "", digest ?? "");
  return tagSuffix === undefined ? join(repository, was.tag, was.digest) : join(repository, was.tag + tagSuffix, "");
}

function join(repository: string, tag: string, digest: string): string {
  return `${repository}${tag === "" ? "" : `:${tag}`}${digest === "" ? "" : `@${digest}`}`;
}
