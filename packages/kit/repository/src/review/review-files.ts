import { UserError, type Problem } from "@kit/errors";
import { documentsIn, type Document, type ReviewInput } from "@kit/review";
import { textForKubectl } from "@kit/yaml";
import { manifestFiles } from "../manifests/manifest-files.ts";
import { manifestBytes } from "../manifests/manifest-bytes.ts";

/**
 * Two files or directories of manifests, to be compared as one set each.
 *
 * @throws UserError where one does not exist, or has no manifests.
 */
export async function filesToReview(base: string, head: string): Promise<ReviewInput> {
  const problems: Problem[] = [];
  const next = "write the paths of two YAML or JSON files or directories, or one ref, or A..B";
  const [before, after] = [base, head].map((path) => manifestFiles(path, problems, next));
  UserError.throwIfAny(problems);
  const sides = {
    before: await documentsOf(before!),
    after: await documentsOf(after!),
    environment: undefined,
    overlay: undefined,
  };
  return { base, head, sides: [sides] };
}

async function documentsOf(files: readonly string[]): Promise<Document[]> {
  const read = await Promise.all(
    files.map(async (file) => documentsIn(file, textForKubectl(await manifestBytes(file)))),
  );
  return read.flat();
}
