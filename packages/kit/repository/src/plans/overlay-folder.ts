import { filesBelow } from "@kit/tree";

/**
 * The files of an environment's overlay, by their paths, without the overlays of others below it.
 *
 * @param ids Those of all environments.
 */
export function overlayFolder(root: string, id: string, ids: readonly string[]): Map<string, string> {
  const others = ids.filter((other) => other.startsWith(`${id}/`)).map((other) => `overlays/${other}/`);
  return new Map(
    filesBelow(root, `overlays/${id}`).filter(([path]) => !others.some((other) => path.startsWith(other))),
  );
}
