import { posix } from "node:path";
import type { Problem } from "@kit/errors";
import { kustomizationsOf } from "./kustomizations-of.ts";
import { pathsIn } from "./parse-kustomization.ts";
import type { Overlay } from "./read-overlay.ts";

/**
 * Paths of an overlay, and of the folders that it builds on, to where bases were before each system had a folder:
 * `generated/bases/<service>`.
 *
 * @param directories The bases and components that there are, such as `generated/bases/shop/cart`.
 * @throws UserError where a kustomization is not YAML.
 */
export function oldBases(root: string, { file }: Overlay, directories: readonly string[]): Problem[] {
  return kustomizationsOf(root, file).flatMap((one): Problem[] => {
    const entries = ["resources", "bases"].flatMap((field) => pathsIn(one.content, field));
    const old = entries.filter((entry) => isOld(posix.join(posix.dirname(one.file), entry), directories));
    if (old.length === 0) return [];
    return [
      {
        code: "overlay-reference",
        what: `bases are in generated/bases/<system>/<service> now, and nothing is at ${old.join(", ")}`,
        where: one.file,
        next: "run `pnpm migrate`, which rewrites the paths in every overlay",
      },
    ];
  });
}

function isOld(path: string, directories: readonly string[]): boolean {
  const [, service] = /^generated\/bases\/([^/]+)\/?$/.exec(path) ?? [];
  return directories.some((one) => one.startsWith("generated/bases/") && one.split("/")[3] === service);
}
