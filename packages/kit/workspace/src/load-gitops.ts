import { UserError, type Problem } from "@kit/errors";
import { discoverShared } from "./discover.ts";
import { failed, importDefault } from "./import-default.ts";

/** What `packages/gitops` exports by default, unchecked. */
export interface LoadedGitOps {
  readonly definition: unknown;
  /** The package's folder, from the repository's root. */
  readonly where: string;
  /** Its module, from the repository's root. */
  readonly entry: string;
}

/**
 * Imports the package that says how the repository is synced. Undefined where there is none.
 *
 * @throws UserError where it has no entry, or throws while it is imported.
 */
export async function loadGitOps(root: string): Promise<LoadedGitOps | undefined> {
  const found = discoverShared(root, "gitops");
  if (found === undefined) return undefined;
  const problems: Problem[] = [];
  const definition = await importDefault(root, found, problems);
  UserError.throwIfAny(problems);
  return definition === failed ? undefined : { definition, where: found.where, entry: found.entry };
}
