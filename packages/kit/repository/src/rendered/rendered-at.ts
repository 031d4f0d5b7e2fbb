import { UserError, type Problem } from "@kit/errors";
import type { Manifest } from "@kit/rehearse";
import { filesAt } from "../git/files-at.ts";
import { renderedTexts } from "../snapshots/rendered-in.ts";
import { readRendered } from "./read-rendered.ts";

/**
 * The rendered objects of a ref: a function from an environment's id to those, in the order of the files. None where
 * the ref does not have the environment.
 *
 * @throws UserError where the ref is unknown; the function, where a file in it is not an object.
 */
export function renderedAt(root: string, ref: string): (id: string) => Manifest[] {
  const files = filesAt(root, ref, "generated/rendered");
  return (id) => {
    const problems: Problem[] = [];
    const next = "name another ref, whose files are as `pnpm build` wrote them";
    const manifests = [...renderedTexts({ files }, id)].flatMap(([path, text]) =>
      readRendered(`${ref}:${path}`, text, next, problems),
    );
    UserError.throwIfAny(problems);
    return manifests;
  };
}
