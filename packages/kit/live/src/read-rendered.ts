import { UserError, type Problem } from "@kit/errors";
import { readAsKubectl, roundIntegers } from "@kit/yaml";
import type { ClusterObject, RenderedFile } from "./object.ts";

/**
 * Rendered objects, in the order of their files.
 *
 * @param files Their texts, by path.
 * @throws UserError where one is not YAML, or no Kubernetes object: with all of them.
 */
export function readRendered(files: ReadonlyMap<string, string>): RenderedFile[] {
  const problems: Problem[] = [];
  const objects = [...files].flatMap(([file, text]): RenderedFile[] => {
    const wrong = (what: string): RenderedFile[] => {
      problems.push({ code: "rendered-yaml", what, where: file, next: "run `pnpm build`" });
      return [];
    };
    const [document] = readAsKubectl(text);
    if (document?.refusal !== undefined) return wrong(document.refusal.what);
    const data = roundIntegers(document?.data ?? null) as Partial<ClusterObject> | null;
    const isObject = typeof data?.kind === "string" && typeof data.metadata?.name === "string";
    return isObject ? [{ file, text, data: data as ClusterObject }] : wrong("it is not a Kubernetes object");
  });
  UserError.throwIfAny(problems);
  return objects;
}
