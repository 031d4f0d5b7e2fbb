import { posix } from "node:path";
import { UserError } from "@kit/errors";
import type { GitOps, SyncPlan, SyncedEnvironment } from "@kit/gitops";
import type { MadePreview, SyncedPreview } from "@kit/gitops/previews";
import { previewFor, secretSourceOf, type Environment, type PreviewRequest } from "@kit/model";
import type { Rendered } from "@kit/render";
import { loadGitOps } from "@kit/workspace";
import { isPreviewEnvironment, type PreviewEnvironment } from "./previews/preview-environment.ts";

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
  const planned = plan(definition, await syncedEnvironments(environments, rendered));
  UserError.throwIfAny(checkNamespaces(planned, entry));
  return planned;
}

/**
 * The environments, with what is rendered for them; without those of which nothing is.
 *
 * @param previews By environment, of those that are previews. Default: nobody has made them.
 */
export async function syncedEnvironments(
  environments: readonly Environment[],
  rendered: readonly Pick<Rendered, "overlay" | "documents">[],
  previews: ReadonlyMap<string, MadePreview> = new Map(),
): Promise<SyncedEnvironment[]> {
  const { triedText } = await import("@kit/gitops/previews");
  const byId = new Map(rendered.map((one) => [one.overlay.id, one]));
  return environments.flatMap((environment): SyncedEnvironment[] => {
    const one = byId.get(environment.id);
    if (one === undefined) return [];
    const own = syncedEnvironment(environment, one);
    if (!isPreviewEnvironment(environment)) return [own];
    return [{ ...own, preview: { ...previewOf(environment, triedText), made: previews.get(environment.id) } }];
  });
}

function previewOf(
  environment: PreviewEnvironment,
  textOf: (of: (request: PreviewRequest) => string) => string,
): SyncedPreview {
  const { max, images } = environment.preview;
  return {
    max,
    namespace: textOf((request) => (previewFor(environment, request) as Environment).namespace),
    images: Object.fromEntries(Object.entries(images).map(([name, tagFor]) => [name, textOf(tagFor)])),
  };
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
    cluster: { id: cluster.id },
    objects: documents.map(({ text: _text, ...object }) => object),
    builtFrom: [...overlay.resources, ...overlay.components]
      .map((path) => posix.join(posix.dirname(overlay.file), path).replace(/\/$/, ""))
      .filter((path) => path.startsWith("generated/")),
    sops: sources.some(({ source }) => source === "sops"),
    byHand: sources.filter(({ source }) => source === "by-hand").map(({ contract }) => contract.name),
  };
}
