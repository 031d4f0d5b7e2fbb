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

/**
 * The major version that a tag tells: `2` of `v2.1.0`, `8` of `8-alpine` and of `release-8.1`. Below 1.0 the second number counts
 * as one, `0.8` of `0.8.3`, since there any minor version may break. Undefined where a tag tells none: a number of four digits and
 * more alone may be a build.
 */
function majorOf(tag: string | undefined): string | undefined {
  const [, major, minor] =
    /^(?:v|[a-z]+[-_]v?)?(\d{1,6})\.(\d{1,6})(?:\.\d+)*(?:[-+_.].*)?$/.exec(tag ?? "") ??
    /^v?(\d{1,3})(?:-[a-z].*)?$/.exec(tag ?? "") ??
    [];
  return major === "0" && minor !== undefined ? `0.${minor}` : major;
}

/** Whether both tell their major version, and it is not one. */
export function isOtherMajor(before: Image, after: Image): boolean {
  const [own, other] = [majorOf(before.tag), majorOf(after.tag)];
  return own !== undefined && other !== undefined && own !== other;
}

/** Whether the major version of the one is greater. */
export function isUpgrade(before: Image, after: Image): boolean {
  return rank(after) > rank(before);
}

function rank({ tag }: Image): number {
  const [whole = 0, part = 0] = (majorOf(tag) ?? "").split(".").map(Number);
  return whole * 1e7 + part;
}
