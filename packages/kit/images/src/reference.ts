import type { ImageReference, ImageVersion } from "@kit/model";

export function formatReference({ repository, tag, digest }: ImageReference): string {
  return `${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}

/** `1.2.3`, `sha256:…`, `1.2.3@sha256:…`, or `no tag`. */
export function formatVersion({ tag, digest }: ImageVersion): string {
  if (tag === undefined) return digest ?? "no tag";
  return digest === undefined ? tag : `${tag}@${digest}`;
}

/** A reference to an image that a row or a column names already: without its repository, where that is the name. */
export function formatWithoutName(name: string, reference: ImageReference): string {
  return reference.repository === name ? formatVersion(reference) : formatReference(reference);
}

export function isSameVersion(one: ImageVersion, other: ImageVersion): boolean {
  return one.tag === other.tag && one.digest === other.digest;
}
