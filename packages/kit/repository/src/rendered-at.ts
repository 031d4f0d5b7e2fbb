import { UserError, type Problem } from "@kit/errors";
import type { Manifest, ManifestData } from "@kit/rehearse";
import { readAsKubectl, roundIntegers } from "@kit/yaml";
import { gitFiles } from "./git-files.ts";

/**
 * The rendered objects of a ref: a function from an environment's id to those, in the order of the files. None where
 * the ref does not have the environment.
 *
 * @throws UserError where the ref is unknown; the function, where a file in it is not YAML.
 */
export function renderedAt(root: string, ref: string): (id: string) => Manifest[] {
  const files = gitFiles(root, ref, "generated/rendered");
  return (id) => {
    const folder = `generated/rendered/${id}/`;
    const own = [...files].filter(([path]) => path.startsWith(folder) && path.endsWith(".yaml"));
    const problems: Problem[] = [];
    const manifests = own.flatMap(([path, text]): Manifest[] => {
      const where = `${ref}:${path}`;
      const [document] = readAsKubectl(text);
      if (document?.data !== undefined)
        return [{ where, text, data: roundIntegers(document.data) as unknown as ManifestData }];
      const what = document?.refusal?.what ?? "it is empty";
      const next = "name another ref, whose files are as `pnpm build` wrote them";
      problems.push({ code: "rendered-yaml", what, where, next });
      return [];
    });
    UserError.throwIfAny(problems);
    return manifests;
  };
}
