import type { Problem } from "@kit/errors";
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
  if (document?.data !== undefined) {
    return [{ where, text, data: roundIntegers(document.data) as unknown as ManifestData }];
  }
  problems.push({ code: "rendered-yaml", what: document?.refusal?.what ?? "it is empty", where, next });
  return [];
}
