import { UserError } from "@kit/errors";
import { planOf, type FilePlan } from "../plan.ts";
import { repositoryNameProblems } from "./name-problems.ts";
import type { KitFacts, RepositoryNames } from "./facts.ts";
import { packageFile, tsconfig, turboFile, workspaceFile } from "./workspace-files.ts";
import { readme } from "./readme.ts";
import { ciWorkflow, renovateFile } from "./ci-files.ts";
import { gitattributes, gitignore, lintFile } from "./dot-files.ts";
import { releasedScript } from "./released-script.ts";
import { systemFiles } from "./system-files.ts";

/**
 * The files of a repository of its own with one system of one service, in `dev` and `prod`, by their paths: all but the kit's
 * tarball (`tarballOf`), the lockfile, which pnpm makes, and `generated/`, which the first build makes.
 *
 * @throws UserError where a name cannot be.
 */
export function planRepository(names: RepositoryNames, kit: KitFacts): FilePlan {
  UserError.throwIfAny(repositoryNameProblems(names));
  return planOf(new Map(), filesOf(names, kit));
}

function filesOf(names: RepositoryNames, kit: KitFacts): Map<string, string> {
  const workflows = [...kit.workflows].map(([name, text]) => [`.github/workflows/${name}`, text] as const);
  return new Map([
    [".gitattributes", gitattributes],
    [".gitignore", gitignore],
    [".oxlintrc.json", lintFile],
    ["README.md", readme(names, kit)],
    ["package.json", packageFile(names, kit)],
    ["pnpm-workspace.yaml", workspaceFile(kit)],
    ["renovate.json", renovateFile],
    ["tsconfig.json", tsconfig],
    ["turbo.json", turboFile],
    [".github/workflows/ci.yml", ciWorkflow(kit)],
    ...workflows,
    ["scripts/released.ts", releasedScript],
    ...systemFiles(names),
  ]);
}
