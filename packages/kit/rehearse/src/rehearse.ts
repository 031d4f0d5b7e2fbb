import { installDefinitions, type Definition } from "@kit/control-plane";
import { keyOf } from "@kit/kube";
import { apiPaths, type ApiPaths } from "./api-paths.ts";
import { prepareGrowth } from "./claim-growth.ts";
import { bindVolumes } from "./bind-volumes.ts";
import { deploy } from "./deploy.ts";
import { isRolledOut } from "./live.ts";
import { describeManifest, type Manifest } from "./manifest.ts";
import { missingReferences, type Contract } from "./missing-references.ts";
import { observe, type Running } from "./observer.ts";
import { phaseReport } from "./phase-report.ts";
import { createNamespaces, createNodes, furnishNamespace, type NodeSize } from "./prepare-cluster.ts";
import type { RehearsalFinding, RehearsalPhase, Rehearsal } from "./rehearsal.ts";
import { settle } from "./settle.ts";
import { standIns } from "./stand-ins.ts";

export interface RehearseOptions {
  /** A fresh one, with scheduler, controllers and kwok, and no nodes yet. */
  readonly cluster: Running;
  readonly nodes: readonly NodeSize[];
  /** The Secrets that exist before the environment is deployed. */
  readonly contracts: readonly Contract[];
  readonly environment: string;
  /** What is deployed now. */
  readonly before: { readonly ref: string; readonly manifests: readonly Manifest[] };
  /** What is to be deployed. */
  readonly manifests: readonly Manifest[];
  /** What else runs on the cluster and takes its part of it. */
  readonly neighbours?: readonly Manifest[];
  /** Of custom resources that the objects do not define themselves: the server knows them first. */
  readonly definitions?: readonly Definition[];
}

/**
 * Deploys what a ref has, waits until it is ready, deploys what is to be over it, and goes back to the ref.
 *
 * @throws EnvironmentFailure where a component dies meanwhile.
 */
export async function rehearse(options: RehearseOptions): Promise<Rehearsal> {
  const { cluster, nodes, contracts, environment } = options;
  await installDefinitions(cluster, options.definitions ?? []);
  const paths = apiPaths(cluster.request);
  const custom = standIns();
  const named = async (those: readonly Manifest[]): Promise<Manifest[]> =>
    custom.with(await withNamespaces(paths, those));
  const before = await named(options.before.manifests);
  const after = await named(options.manifests);
  const neighbours = await named(options.neighbours ?? []);
  await createNodes(cluster, nodes);
  await createNamespaces(cluster, [...neighbours, ...before, ...after], contracts);
  const server = { request: cluster.request, paths };
  const growth = await prepareGrowth(server, { base: before, manifests: after, beside: neighbours, asDefault: true });
  using resources = new DisposableStack();
  const observer = resources.use(await observe(cluster));
  resources.use(await bindVolumes(cluster));

  // The files of the objects that the last deployment left as they were.
  let untaken: ReadonlySet<string> = new Set();
  const deployOver = async (
    old: readonly Manifest[],
    wanted: readonly Manifest[],
    running = old,
  ): Promise<RehearsalPhase> => {
    observer.takeEvents();
    const snapshot = observer.snapshot();
    const start = performance.now();
    const onNamespace = (name: string): Promise<void> => furnishNamespace(cluster, name, contracts);
    const untilReady = async (manifests: readonly Manifest[]): Promise<string | undefined> => {
      await settle(cluster, observer, paths, []);
      const applied = new Set(manifests.map(({ data }) => describeManifest(data)));
      const unready = observer.snapshot().workloads.filter((workload) => !isRolledOut(workload));
      return unready.map((workload) => describeManifest(workload)).find((object) => applied.has(object));
    };
    const outcomes = await deploy({ cluster, paths, before: old, after: wanted, untilReady, onNamespace });
    untaken = new Set(
      outcomes.flatMap(({ action, manifest }) => (action === "refused" || action === "held" ? [manifest.where] : [])),
    );
    const pruned = outcomes.filter(({ action }) => action === "pruned").map(({ manifest }) => manifest);
    await settle(cluster, observer, paths, pruned);
    const events = observer.takeEvents().map(({ moment, ...event }) => ({ ...event, at: (moment - start) / 1000 }));
    const report = phaseReport({
      manifests: { before: running, after: wanted },
      outcomes: custom.withoutThem(outcomes),
      snapshots: { before: snapshot, after: observer.snapshot() },
      events,
      seconds: (performance.now() - start) / 1000,
    });
    return custom.named(report);
  };

  const first = await deployOver([], [...neighbours, ...before]);
  await growth.seeClaims();
  const sync = await deployOver(before, after);
  const grown = (await growth.notesOf(({ where }) => !untaken.has(where))).map((note): RehearsalFinding => ({
    severity: "note",
    code: "claim-grows",
    ...note,
  }));
  const running = runningAfter(before, after, untaken);
  const rollback = before.length === 0 ? undefined : await deployOver(after, before, running);
  const own = await withNamespaces(paths, options.manifests);
  const missing = missingReferences(own, contracts);
  return {
    environment,
    ref: options.before.ref,
    objects: before.length,
    before: first.findings,
    sync: { ...sync, findings: [...sync.findings, ...grown, ...missing, ...custom.notes(own)] },
    rollback,
  };
}

/** What there is after a deployment: of an object that was refused or held back what was there before. */
function runningAfter(
  before: readonly Manifest[],
  after: readonly Manifest[],
  untaken: ReadonlySet<string>,
): Manifest[] {
  const known = new Map(before.map((manifest) => [keyOf(manifest.data), manifest]));
  return after.flatMap((manifest) =>
    untaken.has(manifest.where) ? (known.get(keyOf(manifest.data)) ?? []) : manifest,
  );
}

/** Says of each object the namespace that it gets where it names none, as the API server's answers will. */
async function withNamespaces(paths: ApiPaths, manifests: readonly Manifest[]): Promise<Manifest[]> {
  return Promise.all(
    manifests.map(async (manifest) => {
      const { data } = manifest;
      if (data.metadata.namespace !== undefined) return manifest;
      const found = await paths.pathsOf(data);
      if (found?.namespaced !== true) return manifest;
      return { ...manifest, data: { ...data, metadata: { ...data.metadata, namespace: "default" } } };
    }),
  );
}
