import { UserError, type Problem } from "@kit/errors";
import { load } from "js-yaml";
import type { KubeObject, RenderedObject } from "./object.ts";

/**
 * Rendered objects, in the order of their files.
 *
 * @param files Their texts, by path.
 * @throws UserError where one is not YAML, or no Kubernetes object: with all of them.
 */
export function readRendered(files: ReadonlyMap<string, string>): RenderedObject[] {
  const problems: Problem[] = [];
  const objects = [...files].flatMap(([file, text]): RenderedObject[] => {
    const wrong = (what: string): RenderedObject[] => {
      problems.push({ code: "rendered-yaml", what, where: file, next: "run `pnpm build`" });
      return [];
    };
    try {
      const data = load(text) as Partial<KubeObject> | null | undefined;
      const isObject = typeof data?.kind === "string" && typeof data.metadata?.name === "string";
      return isObject ? [{ file, text, data: data as KubeObject }] : wrong("it is no Kubernetes object");
    } catch (error) {
      return wrong(`not YAML: ${(error as Error).message.split("\n")[0]}`);
    }
  });
  UserError.throwIfAny(problems);
  return objects;
}
