import type { ObjectChange } from "../compare-objects.ts";
import { textAt } from "../data.ts";
import { sameContainers } from "./pods.ts";

/** The parts of an image reference. */
export interface Image {
  /** With the registry, and what runtimes fill in: `web` is `docker.io/library/web`. */
  readonly name: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

/** Reads an image reference; a colon before the last slash belongs to the registry's port. */
export function imageOf(reference: string): Image {
  const [tagged = "", digest] = reference.split("@", 2);
  const colon = tagged.indexOf(":", tagged.lastIndexOf("/") + 1);
  return {
    name: fullName(colon === -1 ? tagged : tagged.slice(0, colon)),
    tag: colon === -1 ? undefined : tagged.slice(colon + 1),
    digest,
  };
}

/** The images of containers that another one replaces. */
export function imageChanges({ before, after }: ObjectChange) {
  return sameContainers(before, after).flatMap(({ path, name, before: own, after: other }) => {
    const [was, is] = [textAt(own, "image"), textAt(other, "image")];
    if (was === undefined || is === undefined || was === is) return [];
    return [{ path: `${path}.image`, name, before: imageOf(was), after: imageOf(is) }];
  });
}

/** The first number of a version: `2` of `v2.1.0`. */
export function majorOf(tag: string | undefined): number | undefined {
  const [, major] = /^v?(\d{1,6})(?:\.\d+)+(?:[-+].*)?$/.exec(tag ?? "") ?? [];
  return major === undefined ? undefined : Number(major);
}

/** Whether both tell their major version, and it is not one. */
export function isOtherMajor(before: Image, after: Image): boolean {
  const [own, other] = [majorOf(before.tag), majorOf(after.tag)];
  return own !== undefined && other !== undefined && own !== other;
}

function fullName(name: string): string {
  const [first = "", ...rest] = name.split("/");
  if (rest.length === 0) return `docker.io/library/${name}`;
  return first === "localhost" || /[.:]/.test(first) ? name : `docker.io/${name}`;
}
