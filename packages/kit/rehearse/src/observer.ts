import { EnvironmentFailure } from "@kit/errors";
import type { ControlPlane } from "@kit/control-plane";
import {
  type Live,
  type LivePod,
  type LiveService,
  type LiveSlice,
  type LiveWorkload,
  type ClusterSnapshot,
  type WatchEvent,
} from "./live.ts";
import { watch } from "./watch.ts";

/** A control plane as the rehearsal uses it. */
export type Running = Pick<ControlPlane, "url" | "ca" | "token" | "signal" | "request">;

/** Follows what a rehearsal reports of. */
export interface Observer extends Disposable {
  /** What the cluster has now, as far as it was told. */
  snapshot(): ClusterSnapshot;
  /** What happened since the last call, each with the moment of its arrival (`performance.now()`). */
  takeEvents(): (WatchEvent & { readonly moment: number })[];
  /** When something happened last (`performance.now()`). */
  lastMoment(): number;
  /**
   * Whether it has been told of everything that the API server has.
   *
   * @throws EnvironmentFailure where it is not told any more.
   */
  isUpToDate(): Promise<boolean>;
}

const collections = {
  Service: "/api/v1/services",
  EndpointSlice: "/apis/discovery.k8s.io/v1/endpointslices",
  Pod: "/api/v1/pods",
  Deployment: "/apis/apps/v1/deployments",
  StatefulSet: "/apis/apps/v1/statefulsets",
  DaemonSet: "/apis/apps/v1/daemonsets",
  Job: "/apis/batch/v1/jobs",
} as const;

type Kind = keyof typeof collections;

/** Begins to follow the Services, EndpointSlices, Pods and workloads of all namespaces. */
export async function observe(cluster: Running): Promise<Observer> {
  const controller = new AbortController();
  const signal = AbortSignal.any([cluster.signal, controller.signal]);
  const kinds = Object.keys(collections) as Kind[];
  const state = new Map(kinds.map((kind) => [kind, new Map<string, Live>()]));
  let events: ReturnType<Observer["takeEvents"]> = [];
  let last = performance.now();
  let ended = false;
  const onEvent = (kind: Kind, event: WatchEvent): void => {
    last = performance.now();
    events.push({ ...event, moment: last });
    const { uid } = event.object.metadata;
    if (event.type === "DELETED") state.get(kind)!.delete(uid);
    else state.get(kind)!.set(uid, event.object);
  };
  const onEnd = (): void => {
    ended = true;
  };
  const all = <Object extends Live>(...those: Kind[]): Object[] =>
    those.flatMap((kind) => [...state.get(kind)!.values()] as Object[]);
  await Promise.all(
    kinds.map((kind) => watch({ ...cluster, signal }, collections[kind], (event) => onEvent(kind, event), onEnd)),
  );
  return {
    snapshot: () => ({
      services: all<LiveService>("Service"),
      slices: all<LiveSlice>("EndpointSlice"),
      pods: all<LivePod>("Pod"),
      workloads: all<LiveWorkload>("Deployment", "StatefulSet", "DaemonSet", "Job"),
    }),
    takeEvents() {
      const taken = events;
      events = [];
      return taken;
    },
    lastMoment: () => last,
    async isUpToDate() {
      const listed = await Promise.all(kinds.map((kind) => listVersions(cluster, collections[kind])));
      if (ended) throw silence();
      return kinds.every((kind, index) => isSame(listed[index]!, state.get(kind)!));
    },
    [Symbol.dispose]: () => controller.abort(),
  };
}

/** The version of each object, by its uid. */
async function listVersions({ request }: Running, path: string): Promise<Map<string, string>> {
  const { body } = await request<{ items?: readonly Live[] }>("GET", path);
  return new Map((body.items ?? []).map(({ metadata: { uid, resourceVersion } }) => [uid, resourceVersion]));
}

function isSame(listed: ReadonlyMap<string, string>, known: ReadonlyMap<string, Live>): boolean {
  if (listed.size !== known.size) return false;
  return [...listed].every(([uid, version]) => known.get(uid)?.metadata.resourceVersion === version);
}

function silence(): EnvironmentFailure {
  return new EnvironmentFailure("component-silent", "the API server does not say any more what happens", "start again");
}
