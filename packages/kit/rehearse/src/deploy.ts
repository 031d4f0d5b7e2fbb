import { setTimeout } from "node:timers/promises";
import type { ApiPaths } from "./api-paths.ts";
import { applyManifest } from "./apply-manifest.ts";
import { untilClassIsSeen } from "./claim-growth.ts";
import { differs, goneObjects, mayReplace } from "./compare-objects.ts";
import type { Manifest } from "./manifest.ts";
import type { Running } from "./observer.ts";
import type { Outcome } from "./recording.ts";
import { isHook, syncSteps } from "./sync-steps.ts";

export interface DeployInput {
  readonly cluster: Running;
  readonly paths: ApiPaths;
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /** Waits for what was applied in a wave. Returns the first that does not get ready, such as `Job default/migrate`. */
  readonly untilReady: (manifests: readonly Manifest[]) => Promise<string | undefined>;
  /** Told of each Namespace that is there now. */
  readonly onNamespace: (name: string) => Promise<void>;
}

type Result = Omit<Outcome, "at" | "manifest">;

const pollMilliseconds = 50;
// A kind is served a moment after its definition is there, an object is gone a moment after its deletion.
const momentMilliseconds = 5_000;

/**
 * Deploys as a sync does: applies every object in the order of the files, those of one kind at once, or phase by phase and
 * wave by wave where objects say so; then deletes those that are not wanted any more, the last first. Where a wave does not
 * get ready, what follows it is held back.
 *
 * @returns What became of each, in the order of their times.
 */
export async function deploy(deployment: DeployInput): Promise<Outcome[]> {
  const { before, after, onNamespace } = deployment;
  const start = performance.now();
  const outcomes: Outcome[] = [];
  const note = async (manifest: Manifest, act: () => Promise<Result | undefined>): Promise<void> => {
    // When it is sent: what follows from it may be seen before the answer is.
    const at = (performance.now() - start) / 1000;
    const result = await act();
    if (result !== undefined) outcomes.push({ at, manifest, ...result });
  };
  const steps = syncSteps(after);
  for (const [index, { manifests }] of steps.entries()) {
    for (const [kind, together] of Map.groupBy(manifests, ({ data }) => data.kind)) {
      if (kind === "PersistentVolumeClaim") {
        const server = { request: deployment.cluster.request, paths: deployment.paths };
        await Promise.all(together.map((manifest) => untilClassIsSeen(server, manifest)));
      }
      await Promise.all(together.map((manifest) => note(manifest, () => apply(deployment, manifest))));
      if (kind === "Namespace") await Promise.all(together.map(({ data }) => onNamespace(data.metadata.name)));
    }
    const stuck = index + 1 < steps.length ? await deployment.untilReady(manifests) : undefined;
    if (stuck === undefined) continue;
    const held = steps.slice(index + 1).flatMap((step) => step.manifests);
    for (const manifest of held) await note(manifest, async () => ({ action: "held", message: stuck }));
    return outcomes;
  }
  const { pruned, kept } = goneObjects(before, after);
  for (const manifest of pruned) await note(manifest, () => prune(deployment, manifest));
  for (const manifest of kept) await note(manifest, async () => ({ action: "kept" }));
  return outcomes.toSorted((one, other) => one.at - other.at);
}

async function apply(deployment: DeployInput, manifest: Manifest): Promise<Result> {
  const { cluster, paths, after } = deployment;
  if (definesKind(after, manifest)) await within(async () => (await paths.pathsOf(manifest.data)) !== undefined);
  const before = await read(deployment, manifest);
  if (before !== undefined && isHook(manifest)) return replace(deployment, manifest);
  const applied = await applyManifest({ request: cluster.request, paths }, manifest);
  if (applied.refused) {
    if (before === undefined || !mayReplace(manifest.data)) return { action: "refused", message: applied.message };
    return replace(deployment, manifest);
  }
  if (before === undefined) return { action: "created" };
  return { action: differs(before, JSON.parse(applied.content) as object) ? "changed" : "unchanged" };
}

async function replace(deployment: DeployInput, manifest: Manifest): Promise<Result> {
  const { cluster, paths } = deployment;
  await remove(deployment, manifest);
  await within(async () => (await read(deployment, manifest)) === undefined);
  const applied = await applyManifest({ request: cluster.request, paths }, manifest);
  return applied.refused ? { action: "refused", message: applied.message } : { action: "replaced" };
}

/** Undefined where it never came to be. */
async function prune(deployment: DeployInput, manifest: Manifest): Promise<Result | undefined> {
  const { status, body } = await remove(deployment, manifest);
  if (status === 404) return undefined;
  if (status < 300) return { action: "pruned" };
  return { action: "refused", message: body.message ?? `the API server answered ${status}` };
}

async function remove({ cluster, paths }: DeployInput, { data }: Manifest) {
  const found = await paths.pathsOf(data);
  if (found === undefined) return { status: 404, body: {} as { message?: string } };
  return cluster.request<{ message?: string }>("DELETE", `${found.object}?propagationPolicy=Background`);
}

async function read({ cluster, paths }: DeployInput, { data }: Manifest): Promise<object | undefined> {
  const found = await paths.pathsOf(data);
  if (found === undefined) return undefined;
  const { status, body } = await cluster.request<object>("GET", found.object);
  return status === 200 ? body : undefined;
}

/** Whether a CustomResourceDefinition among the objects adds the kind of this one. */
function definesKind(manifests: readonly Manifest[], { data: { apiVersion, kind } }: Manifest): boolean {
  return manifests.some(({ data }) => {
    if (data.kind !== "CustomResourceDefinition") return false;
    const { group, names } = data.spec as { group?: string; names?: { kind?: string } };
    return names?.kind === kind && apiVersion.startsWith(`${group}/`);
  });
}

async function within(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + momentMilliseconds;
  while (!(await isSo()) && performance.now() < deadline) await setTimeout(pollMilliseconds);
}
