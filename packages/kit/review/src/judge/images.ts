// Not the whole room: it has the objects of kubernetes-models, which take 0.2 s to load.
import { fullName, parseImage, type ImageVersion } from "@kit/model/image-reference";
import type { ObjectChange } from "../compare-objects.ts";
import { textAt } from "../data.ts";
import { sameContainers } from "./pods.ts";

/** An image, as a container runtime understands its reference. */
export interface Image extends ImageVersion {
  /** With the registry, and what runtimes fill in: `web` is `docker.io/library/web`. */
  readonly name: string;
}

export function imageOf(reference: string): Image {
  const { repository, ...version } = parseImage(reference);
  return { ...version, name: fullName(repository) };
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
