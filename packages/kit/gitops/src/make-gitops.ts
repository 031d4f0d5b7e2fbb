import type { Problem } from "@kit/errors";
import { checkNamespaces } from "./check-namespaces.ts";
import type { GitOps } from "./define-gitops.ts";
import { gitopsFiles } from "./gitops-files.ts";
import { plan, type SyncedEnvironment } from "./plan.ts";

interface Given {
  readonly where: string;
  readonly entry: string;
  readonly environments: readonly SyncedEnvironment[];
}

/** What syncs the environments. */
export interface MadeGitOps {
  /** By path below `generated/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly Problem[];
}

/** Plans what is synced from where to where, and writes the objects that do it. None where something is wrong. */
export function makeGitOps(definition: GitOps, { where, entry, environments }: Given): MadeGitOps {
  const planned = plan(definition, environments);
  const problems = checkNamespaces(planned, entry);
  return { files: problems.length > 0 ? new Map() : gitopsFiles(planned, where), problems };
}
