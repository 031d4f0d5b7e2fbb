import { selectedBy } from "@kit/emit/target";
import { readKustomization } from "@kit/yaml";

/** What each patch of a component changes, by the path of its file. */
export type Targets = ReadonlyMap<string, { readonly group: string; readonly kind: string; readonly name: string }>;

/**
 * Reads the targets of a component's patches.
 *
 * @param component Its folder, with a `/` at the end.
 * @param files The texts of files by path, its own among them.
 */
export function patchTargets(component: string, files: ReadonlyMap<string, string>): Targets {
  const content = readKustomization(files.get(`${component}kustomization.yaml`) ?? "")?.data;
  const { patches = [] } = (content ?? {}) as { readonly patches?: readonly Patch[] };
  return new Map(patches.map(({ path, target }) => [`${component}${path}`, selectedBy(target)]));
}

interface Patch {
  readonly path: string;
  readonly target: { readonly group: string; readonly kind: string; readonly name: string };
}
