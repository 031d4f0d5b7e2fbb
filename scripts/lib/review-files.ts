import { readFileSync } from "node:fs";
import { UserError, type Problem } from "@kit/errors";
import { documentsIn, type Document, type ReviewInput } from "@kit/review";
import { textForKubectl } from "@kit/yaml";
import { manifestFiles } from "./manifest-files.ts";

/**
 * Two files or directories of manifests, to be compared as one set each.
 *
 * @throws UserError where one does not exist, or has no manifests.
 */
export function filesToReview(base: string, head: string): ReviewInput {
  const problems: Problem[] = [];
  const next = "write the paths of two YAML or JSON files or directories, or one ref, or A..B";
  const [before, after] = [base, head].map((path) => manifestFiles(path, problems, next));
  UserError.throwIfAny(problems);
  const sides = {
    before: documentsOf(before!),
    after: documentsOf(after!),
    environment: undefined,
    overlay: undefined,
  };
  return { base, head, sides: [sides] };
}

function documentsOf(files: readonly string[]): Document[] {
  return files.flatMap((file) => documentsIn(file, textForKubectl(readFileSync(file))));
}
