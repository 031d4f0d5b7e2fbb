import type { Problem } from "@kit/errors";
import { shown } from "@kit/errors";
import { posix } from "node:path";
import { fieldLine } from "./field-line.ts";
import { kustomizationsOf, type OwnKustomization } from "./kustomizations-of.ts";
import type { Overlay } from "./read-overlay.ts";

/**
 * The lines `namespace:` of an overlay, and of the folders that it builds on, that name another namespace than the
 * environment's. kustomize would put every object there, whatever namespace the object says itself.
 *
 * @throws UserError where a kustomization is not YAML.
 */
export function otherNamespaces(root: string, { id, file }: Overlay, namespace: string): Problem[] {
  return namespaceLines(root, file)
    .filter(({ content }) => content["namespace"] !== namespace)
    .map((one): Problem => {
      const other = shown(one.content["namespace"]);
      const whose = one.file === file ? "" : ` of ${posix.dirname(one.file)}, on which it builds,`;
      return {
        code: "overlay-namespace",
        what:
          `the overlay of "${id}" would put every object${whose} into the namespace ${other}, ` +
          `also those that name one themselves; the environment's is ${shown(namespace)}`,
        where: fieldLine(root, one.file, "namespace"),
        next: `delete the line. Where ${other} is meant, write it as the \`namespace\` of the environment, or in the objects`,
      };
    });
}

/** The kustomizations of an overlay that have a line `namespace:`. */
export function namespaceLines(root: string, file: string): OwnKustomization[] {
  return kustomizationsOf(root, file).filter(({ content: { namespace } }) => {
    return typeof namespace === "string" && namespace !== "";
  });
}
