import { UserError, type Problem } from "@kit/errors";
import { isMap, mapOf } from "@kit/kube";
import type { Manifest, ManifestData } from "@kit/rehearse";
import { readAsKubectl, roundIntegers } from "@kit/yaml";

/**
 * The object of a file of generated/rendered, as kubectl reads it.
 *
 * @param where What the file is called.
 * @param next What to do where it is not one that a build has written; that is added to the problems.
 */
export function readRendered(where: string, text: string, next: string, problems: Problem[]): Manifest[] {
  const [document] = readAsKubectl(text);
  const data = document?.data === undefined ? undefined : roundIntegers(document.data);
  if (isObject(data)) return [{ where, text, data }];
  const what =
    document?.refusal?.what ?? (data === undefined || data === null ? "it is empty" : "it is not a Kubernetes object");
  problems.push({ code: "rendered-yaml", what, where, next });
  return [];
}

/**
 * The objects of such files, in their order.
 *
 * @throws UserError with all that are not such files.
 */
export function readAllRendered(texts: ReadonlyMap<string, string>): Manifest[] {
  const problems: Problem[] = [];
  const manifests = [...texts].flatMap(([where, text]) => readRendered(where, text, "run `pnpm build`", problems));
  UserError.throwIfAny(problems);
  return manifests;
}

function isObject(data: unknown): data is ManifestData {
  return isMap(data) && typeof data["kind"] === "string" && typeof mapOf(data["metadata"])["name"] === "string";
}
