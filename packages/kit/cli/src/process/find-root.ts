import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "@kit/errors";

/**
 * The repository in which this process runs: the nearest folder above with a pnpm-workspace.yaml.
 *
 * @throws UserError where there is none, or its path is one that cannot be used.
 */
export function findRoot(): string {
  const from = workingDirectory();
  for (let directory = from; ; directory = dirname(directory)) {
    if (existsSync(join(directory, "pnpm-workspace.yaml"))) return requireUsable(directory);
    if (directory === dirname(directory)) break;
  }
  throw new UserError({
    code: "package-layout",
    what: "this is not a manifest repository: no pnpm-workspace.yaml here or above",
    where: from,
    next: "run the command inside the repository",
  });
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new UserError(
      {
        code: "package-layout",
        what: "the directory in which the command runs is not there any more",
        where: process.env["PWD"] ?? "the working directory",
        next: "go to the repository, and start the command again",
      },
      { cause: error },
    );
  }
}

/** Node and the compiler take these characters for something else. */
function requireUsable(root: string): string {
  const [character] = /[*\\]/.exec(root) ?? [];
  if (character === undefined) return root;
  throw new UserError({
    code: "repository-path",
    what: `the repository's path has the character ${character}, with which Node and TypeScript do not find its modules`,
    where: root,
    next: "clone it into a folder without it",
  });
}
