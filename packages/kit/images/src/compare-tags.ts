import type { ImageVersion } from "@kit/model";
import { compareVersions } from "compare-versions";

/**
 * Whether a tag is older (below 0), the same (0) or newer (above 0) than another one; undefined where the tags do not
 * tell. Versions, dates and whole numbers tell, each among themselves.
 */
export function compareTags(one: string, other: string): number | undefined {
  if (one === other) return 0;
  return compareNumbers(one, other) ?? compareDates(one, other) ?? compareVersionTags(one, other);
}

/** The same of versions of images. One tag with two digests does not tell. */
export function compareImageVersions(one: ImageVersion, other: ImageVersion): number | undefined {
  if (one.tag === undefined || other.tag === undefined) return one.digest === other.digest ? 0 : undefined;
  const order = compareTags(one.tag, other.tag);
  return order === 0 && one.digest !== other.digest ? undefined : order;
}

function compareNumbers(one: string, other: string): number | undefined {
  const [left, right] = [one, other].map((tag) => /^v?(\d+)$/.exec(tag)?.[1]);
  if (left === undefined || right === undefined) return undefined;
  return Number(BigInt(left) - BigInt(right));
}

/** `2026-11-22`, `20261122-1530`: the order of the text, where both have digits in the same places. */
function compareDates(one: string, other: string): number | undefined {
  const date = /^\d{4}([-.]?)\d{2}\1\d{2}(?!\d*\.)[-T.\d]*Z?$/;
  const isAlike = one.replaceAll(/\d/g, "0") === other.replaceAll(/\d/g, "0");
  if (!isAlike || !date.test(one) || !date.test(other)) return undefined;
  return one < other ? -1 : 1;
}

interface VersionTag {
  readonly core: string;
  readonly suffix: string | undefined;
}

function compareVersionTags(one: string, other: string): number | undefined {
  const [left, right] = [parseVersion(one), parseVersion(other)];
  if (left === undefined || right === undefined) return undefined;
  const order = compareVersions(left.core, right.core);
  if (order !== 0 || left.suffix === right.suffix) return order;
  // Of the same version, `1.2.0-alpine` and `1.2.0-slim` are variants, and neither is newer.
  const isNumbers = [left, right].every(({ suffix }) => suffix !== undefined && /^\d+(\.\d+)*$/.test(suffix));
  const isPrereleases = [left, right].every(({ suffix }) => suffix === undefined || prerelease.test(suffix));
  return isNumbers || isPrereleases ? compareVersions(withSuffix(left), withSuffix(right)) : undefined;
}

const prerelease = /^(alpha|beta|canary|dev|m|next|nightly|pre|preview|rc|snapshot)([.-]?\d+)*$/i;

function parseVersion(tag: string): VersionTag | undefined {
  const [, core, suffix] = /^v?(\d+(?:\.\d+){1,3})(?:-([\w.-]+))?$/.exec(tag) ?? [];
  // The library takes a suffix behind three or four numbers only.
  return core === undefined ? undefined : { core: /\..*\./.test(core) ? core : `${core}.0`, suffix };
}

/** A number by itself is compared as one: `rc10` comes after `rc2`. */
function withSuffix({ core, suffix }: VersionTag): string {
  if (suffix === undefined) return core;
  return `${core}-${suffix.toLowerCase().replaceAll(/([a-z])-?(?=\d)/g, "$1.")}`;
}
