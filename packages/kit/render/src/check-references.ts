import { posix } from "node:path";
import { nearest, type Problem } from "@kit/errors";
import type { Overlay } from "./read-overlay.ts";

/** What an overlay may and must refer to. */
export interface Expected {
  /** The bases and components that there are, such as `generated/bases/shop/cart`. */
  readonly directories: readonly string[];
  /** The bases of the services that the environment deploys. */
  readonly bases: readonly string[];
}

/**
 * References of an overlay into `generated/` that lead nowhere, a component that is not its own (it would deploy
 * another environment's values), and what it must have and lacks.
 *
 * An overlay that builds on another folder may have its bases and its component from there.
 */
export function checkReferences(overlay: Overlay, { directories, bases }: Expected): Problem[] {
  const { id, resources, components } = overlay;
  const own = `generated/environments/${id}`;
  const entries = [...resources, ...components].map((entry) => ({ entry, path: resolve(overlay, entry) }));
  const into = entries.filter(({ path }) => path.startsWith("generated/"));
  const missing = into.filter(({ path }) => !directories.includes(path));
  const foreign = into.filter(
    ({ path }) => directories.includes(path) && path.startsWith("generated/environments/") && path !== own,
  );
  if (missing.length > 0 || foreign.length > 0) {
    const unlisted = bases.filter((base) => !into.some(({ path }) => path === base));
    return [
      ...missing.map(({ entry, path }) => leadsNowhere(overlay, entry, path, directories, unlisted)),
      ...foreign.map(({ entry }) => isForeign(overlay, entry, own)),
    ];
  }
  const buildsOnOthers = entries.some(({ path }) => !path.startsWith("generated/") && !/\.(ya?ml|json)$/.test(path));
  if (buildsOnOthers) return [];
  const paths = into.map(({ path }) => path);
  return [
    ...bases.filter((base) => !paths.includes(base)).map((base) => lacksBase(overlay, base)),
    ...(paths.includes(own) ? [] : [lacksComponent(overlay, own)]),
  ];
}

function resolve({ file }: Overlay, entry: string): string {
  return posix.normalize(posix.join(posix.dirname(file), entry)).replace(/\/$/, "");
}

/** A path from the root, as the overlay writes it. */
function written({ id }: Overlay, path: string): string {
  return `${"../".repeat(id.split("/").length + 1)}${path}`;
}

function leadsNowhere(
  overlay: Overlay,
  entry: string,
  path: string,
  directories: readonly string[],
  unlisted: readonly string[],
): Problem {
  const what = `${entry} does not exist: no package writes it`;
  return { code: "overlay-reference", what, where: overlay.file, next: nextFor(overlay, path, directories, unlisted) };
}

/** A base that the environment deploys and the overlay does not list is what a renamed service has now. */
function nextFor(overlay: Overlay, path: string, directories: readonly string[], unlisted: readonly string[]): string {
  const meant = nearest(path, unlisted) ?? nearest(path, directories);
  if (meant !== undefined) return `write ${written(overlay, meant)}`;
  const [folder, name] = [posix.dirname(path), posix.basename(path)];
  const names = directories.filter((one) => posix.dirname(one) === folder).map((one) => posix.basename(one));
  const there = names.length === 0 ? `there are: ${directories.join(", ")}` : `${folder} has: ${names.join(", ")}`;
  if (!path.startsWith("generated/bases/")) return there;
  const renamed = unlisted.filter((base) => posix.dirname(base) === folder).map((base) => written(overlay, base));
  const gone = `where ${name} is gone, remove the entry`;
  if (renamed.length === 0) return `${gone}\n${there}`;
  return `where ${name} was renamed, write its new name, which is not listed yet: ${renamed.join(" or ")}\n${gone}`;
}

function isForeign(overlay: Overlay, entry: string, own: string): Problem {
  const what = `the overlay of "${overlay.id}" has another environment's component: ${entry}`;
  return { code: "overlay-reference", what, where: overlay.file, next: `write ${written(overlay, own)}` };
}

function lacksBase(overlay: Overlay, base: string): Problem {
  const service = posix.basename(base);
  return {
    code: "overlay-reference",
    what: `the overlay of "${overlay.id}" does not have the base of ${service}, which its environment deploys`,
    where: overlay.file,
    next: `add ${written(overlay, base)} to its resources, or name the environment's \`services\` without ${service}`,
  };
}

function lacksComponent(overlay: Overlay, own: string): Problem {
  return {
    code: "overlay-reference",
    what: `the overlay of "${overlay.id}" does not have its environment's component, so it would deploy without its values`,
    where: overlay.file,
    next: `add\ncomponents:\n  - ${written(overlay, own)}`,
  };
}
