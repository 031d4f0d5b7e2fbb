import { existsSync, lstatSync, realpathSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import {
  checkStation,
  locate,
  noEnvironment,
  readingDifferences,
  readManifests,
  registry,
  type CheckReport,
  type Finding,
} from "@kit/check";
import { UserError, type Problem } from "@kit/errors";
import { manifestFile, manifestFiles } from "../manifests/manifest-files.ts";
import { manifestBytes } from "../manifests/manifest-bytes.ts";
import { repositoryLayer } from "../policies/policy-layers.ts";
import { today } from "./today.ts";

/**
 * Whether an argument names files: standard input, a path such as `./dev`, or what exists from here and is not an
 * environment. The repository itself is its environments.
 */
export function isFileArgument(root: string, argument: string): boolean {
  if (argument === "-" || manifestFile.test(argument)) return true;
  if (isRepository(root, argument)) return false;
  if (/^\.{0,2}(?:\/|$)/.test(argument)) return true;
  return isThere(argument) && !isThere(join(root, "overlays", argument));
}

/**
 * Judges the manifests of files, directories and standard input as one set, which belongs to no environment.
 *
 * @param root The repository's root: files are named from there where they are below it.
 * @throws UserError where a file does not exist, or a directory has no manifests.
 */
export async function checkFiles(root: string, args: readonly string[]): Promise<CheckReport> {
  const problems: Problem[] = [];
  const next = "write the path of a YAML or JSON file or of a directory, or the id of an environment";
  const files = args.flatMap((argument) => (argument === "-" ? ["-"] : manifestFiles(argument, problems, next)));
  UserError.throwIfAny(problems);
  const read = new Map<string, ReturnType<typeof readManifests>>();
  const differences: Finding[] = [];
  for (const file of new Set(files)) {
    const where = file === "-" ? "stdin" : nameOf(root, file);
    const content = await manifestBytes(file);
    const manifests = readManifests(content, where);
    read.set(where, manifests);
    differences.push(...readingDifferences(content, where, manifests.documents));
  }
  const objects = [...read.values()].flatMap((one) => one.objects);
  const policies = await repositoryLayer(root);
  const findings = checkStation.run({ environments: [{ ...noEnvironment, policies, objects }], today: today() });
  return {
    findings: locate(
      [...[...read.values()].flatMap((one) => one.problems), ...findings, ...differences],
      (where) => read.get(where)?.documents,
    ),
    environments: [],
    objects: objects.length,
    checks: registry.length,
  };
}

/** Whether an argument is the repository, such as `.` in it. */
export function isRepository(root: string, argument: string): boolean {
  return existsSync(argument) && realpathSync(argument) === realpathSync(root);
}

/** Also a link that leads nowhere, which is to be named as such. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function nameOf(root: string, file: string): string {
  const below = relative(root, resolve(file));
  return below.startsWith("..") ? file : below;
}
