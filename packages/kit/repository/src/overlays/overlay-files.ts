import { lstatSync } from "node:fs";
import { join } from "node:path";
import { isKustomization } from "@kit/kustomize";
import type { OverlayFile } from "@kit/migrate";
import { kustomizationsOf, readOverlay } from "@kit/render";
import { filesBelow, readText } from "@kit/tree";
import type { LoadedSystem } from "@kit/workspace";

/**
 * Every kustomization that people wrote: below overlays/, and where an environment builds on folders elsewhere.
 *
 * @throws UserError where one that an environment builds on is not YAML.
 */
export function overlayFiles(root: string, systems: readonly LoadedSystem[]): OverlayFile[] {
  const users = new Map<string, OverlayFile["environments"]>();
  for (const system of systems) {
    for (const { id, namespace } of system.environments) {
      for (const { file } of kustomizationsOf(root, readOverlay(root, id).file)) {
        users.set(file, [...(users.get(file) ?? []), { system: system.name, namespace }]);
      }
    }
  }
  const below = filesBelow(root, "overlays")
    .map(([path]) => path)
    .filter(isKustomization);
  const files = [...new Set([...below, ...users.keys()])].filter(
    (file) => !lstatSync(join(root, file)).isSymbolicLink(),
  );
  return files
    .toSorted()
    .map((file) => ({ file, text: readText(join(root, file), file), environments: users.get(file) ?? [] }));
}
