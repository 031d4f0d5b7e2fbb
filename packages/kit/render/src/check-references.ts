import { posix } from "node:path";
import { nearest, type Problem } from "@kit/errors";
import type { Overlay } from "./read-overlay.ts";

/**
 * References of an overlay into `generated/` that lead nowhere, and a component that is not its own: an overlay
 * with another environment's component would deploy that environment's values.
 *
 * @param directories The bases and components that there are, such as `generated/bases/backend`.
 */
export function checkReferences(
  { id, file, resources, components }: Overlay,
  directories: readonly string[],
): Problem[] {
  const own = `generated/environments/${id}`;
  const resolved = (entry: string): string =>
    posix.normalize(posix.join(posix.dirname(file), entry)).replace(/\/$/, "");
  const missing = [...resources, ...components].filter((entry) => {
    const path = resolved(entry);
    return path.startsWith("generated/") && !directories.includes(path);
  });
  const foreign = components.filter((entry) => {
    const path = resolved(entry);
    return path.startsWith("generated/environments/") && directories.includes(path) && path !== own;
  });
  const lacksOwn = missing.length === 0 && foreign.length === 0 && !components.some((entry) => resolved(entry) === own);
  const back = "../".repeat(id.split("/").length + 1);
  return [
    ...missing.map((entry): Problem => {
      const meant = nearest(resolved(entry), directories);
      const next = meant === undefined ? `there are: ${directories.join(", ")}` : `write ${back}${meant}`;
      return { code: "overlay-reference", what: `${entry} does not exist: no package writes it`, where: file, next };
    }),
    ...foreign.map((entry): Problem => {
      const what = `the overlay of "${id}" has another environment's component: ${entry}`;
      return { code: "overlay-reference", what, where: file, next: `write ${back}${own}` };
    }),
    ...(lacksOwn ? [withoutComponent(id, file, `${back}${own}`)] : []),
  ];
}

function withoutComponent(id: string, where: string, path: string): Problem {
  return {
    code: "overlay-reference",
    what: `the overlay of "${id}" does not have its environment's component, so it would deploy without its values`,
    where,
    next: `add\ncomponents:\n  - ${path}`,
  };
}
