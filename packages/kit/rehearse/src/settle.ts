import { selectsPods } from "@kit/kube";
import { setTimeout } from "node:timers/promises";
import type { ApiPaths } from "./api-paths.ts";
import { readyEndpoints } from "./endpoints.ts";
import { isPending, isRolledOut, type ClusterSnapshot } from "./live.ts";
import { describeManifest, type Manifest } from "./manifest.ts";
import type { Observer, Running } from "./observer.ts";

const pollMilliseconds = 50;
// What waits for a controller or the scheduler moves within a second or two, also on a busy machine.
const quietMilliseconds = 6_000;
// Something that never comes to rest, such as a controller that fights another.
const longestMilliseconds = 60_000;

/**
 * Waits until all that was deployed is rolled out, every Service has the endpoints of its pods, and what was pruned is
 * gone; or until nothing has happened for 6 seconds, beyond which nothing will.
 *
 * @throws EnvironmentFailure where a component dies meanwhile.
 */
export async function settle(
  cluster: Running,
  observer: Observer,
  paths: ApiPaths,
  pruned: readonly Manifest[],
): Promise<void> {
  const start = performance.now();
  for (;;) {
    cluster.signal.throwIfAborted();
    const { workloads } = observer.snapshot();
    const slowest = Math.max(0, ...workloads.map(({ spec }) => spec.minReadySeconds ?? 0)) * 1_000;
    const now = performance.now();
    const isQuiet = now - Math.max(start, observer.lastMoment()) > quietMilliseconds + slowest;
    const isOver = isQuiet || now - start > longestMilliseconds + slowest;
    if (isOver || isAtRest(observer.snapshot())) {
      const upToDate = await observer.isUpToDate();
      if (upToDate && (isOver || (isAtRest(observer.snapshot()) && (await areGone(cluster, paths, pruned))))) return;
    }
    await setTimeout(pollMilliseconds);
  }
}

/** Whether the controllers have done all that follows from the objects. */
function isAtRest({ workloads, services, slices, pods }: ClusterSnapshot): boolean {
  const endpoints = readyEndpoints(slices);
  const serving = pods.filter(({ metadata, status }) => {
    const ready = status?.conditions?.some(({ type, status: met }) => type === "Ready" && met === "True") ?? false;
    return ready && metadata.deletionTimestamp === undefined;
  });
  return (
    workloads.every(isRolledOut) &&
    !pods.some(isPending) &&
    services.every((service) => {
      const { selector } = service.spec;
      const { namespace } = service.metadata;
      // Its endpoints are somebody else's to make.
      if (selector === undefined) return true;
      const behind = serving.filter(
        ({ metadata }) => metadata.namespace === namespace && selectsPods(selector, metadata.labels),
      );
      return (endpoints.get(describeManifest(service)) ?? 0) === behind.length;
    })
  );
}

async function areGone({ request }: Running, paths: ApiPaths, pruned: readonly Manifest[]): Promise<boolean> {
  for (const { data } of pruned) {
    const found = await paths.pathsOf(data);
    if (found !== undefined && (await request("GET", found.object)).status !== 404) return false;
  }
  return true;
}
