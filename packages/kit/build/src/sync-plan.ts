import { posix } from "node:path";
import { UserError } from "@kit/errors";
import type { GitOps, SyncPlan, SyncedEnvironment } from "@kit/gitops";
import { secretSourceOf, type Environment } from "@kit/model";
import type { Rendered } from "@kit/render";
import { loadGitOps } from "@kit/workspace";

/** How the repository is synced, as its package says and as it has been checked. */
export interface SyncDefinition {
  readonly definition: GitOps;
  /** The package's folder. */
  readonly where: string;
  /** The package's module, where what is wrong is to be fixed. */
  readonly entry: string;
}

/**
 * Loads the definition of `packages/gitops`. Undefined where there is no such package.
 *
 * @throws UserError where it is wrong, or does not fit the environments.
 */
export async function loadSyncDefinition(
  root: string,
  environments: readonly Environment[],
): Promise<SyncDefinition | undefined> {
  const loaded = await loadGitOps(root);
  if (loaded === undefined) return undefined;
  // It brings the table of kinds, which takes a while to load; not every command that this room serves needs it.
  const { checkGitOps } = await import("@kit/gitops");
  UserError.throwIfAny(checkGitOps(loaded.definition, environments, loaded.entry));
  return { ...loaded, definition: loaded.definition as GitOps };
}

/**
 * What is synced from where to where, with what is rendered now.
 *
 * @throws UserError where two environments would meet in one namespace.
 */
export async function syncPlan(
  { definition, entry }: SyncDefinition,
  environments: readonly Environment[],
  rendered: readonly Pick<Rendered, "overlay" | "documents">[],
): Promise<SyncPlan> {
  const { checkNamespaces, plan } = await import("@kit/gitops");
  const synced = environments.flatMap((environment): SyncedEnvironment[] => {
    const one = rendered.find(({ overlay }) => overlay.id === environment.id);
    return one === undefined ? [] : [syncedEnvironment(environment, one)];
  });
  const planned = plan(definition, synced);
  UserError.throwIfAny(checkNamespaces(planned, entry));
  return planned;
}

function syncedEnvironment(
  environment: Environment,
  { overlay, documents }: Pick<Rendered, "overlay" | "documents">,
): SyncedEnvironment {
  const { id, namespace, cluster, secrets = [] } = environment;
  const sources = secrets.map((contract) => ({ contract, source: secretSourceOf(environment, contract)?.type }));
  return {
    id,
    namespace,
    cluster,
    objects: documents,
    builtFrom: [...overlay.resources, ...overlay.components]
      .map((path) => posix.join(posix.dirname(overlay.file), path).replace(/\/$/, ""))
      .filter((path) => path.startsWith("generated/")),
    sops: sources.some(({ source }) => source === "sops"),
    byHand: sources.filter(({ source }) => source === "by-hand").map(({ contract }) => contract.name),
  };
}
