import { UserError, type Problem } from "@kit/errors";
import { collectDefinitions, type FoundDefinition, type PlacedDocument } from "@kit/definitions";
import { readAsKubectl, roundIntegers } from "@kit/yaml";
import { manifestBytes } from "../manifests/manifest-bytes.ts";
import { manifestFiles } from "../manifests/manifest-files.ts";

/** The definitions of some files. */
export interface ReadDefinitions {
  readonly found: readonly FoundDefinition[];
  /** How many objects beside them are of other kinds. */
  readonly others: number;
}

/**
 * The definitions in files, directories and standard input, `-`.
 *
 * @throws UserError with all that cannot be read, or is not a definition that a server takes; where there is none.
 */
export async function readDefinitions(args: readonly string[]): Promise<ReadDefinitions> {
  const problems: Problem[] = [];
  const next = "write the path of a YAML or JSON file or of a directory, or - and pipe them to the command";
  const files = args.flatMap((argument) => (argument === "-" ? ["-"] : manifestFiles(argument, problems, next)));
  UserError.throwIfAny(problems);
  const objects: PlacedDocument[] = [];
  for (const file of new Set(files)) {
    const name = file === "-" ? "stdin" : file;
    for (const { data, refusal, line } of readAsKubectl(await manifestBytes(file))) {
      const where = `${name}, line ${line}`;
      if (refusal === undefined) objects.push({ data: roundIntegers(data), where });
      else problems.push({ code: "definition-invalid", what: refusal.what, where, next: "correct the YAML" });
    }
  }
  const { found, others, problems: wrong } = collectDefinitions(objects);
  problems.push(...wrong);
  if (problems.length === 0 && found.length === 0) {
    const what = others === 0 ? "there is no object at all" : `of ${others} objects none is a CustomResourceDefinition`;
    problems.push({
      code: "definition-invalid",
      what,
      where: args.map((one) => (one === "-" ? "stdin" : one)).join(", "),
      next: "name the file that has the project's definitions, often called crds.yaml",
    });
  }
  UserError.throwIfAny(problems);
  return { found, others };
}
