import { setTimeout } from "node:timers/promises";
import type { ControlPlane } from "@kit/control-plane";

/** An object as the API server has it. */
interface LiveObject {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** By kind and name, such as `apps/Deployment backend`. */
export type LiveObjects = ReadonlyMap<string, LiveObject>;

// Of a moment, or of who is at work.
const passing = ["Event", "Lease"];
const quietMilliseconds = 700;

/** Everything in a namespace and the namespace itself, once nothing has changed for a moment. */
export async function objectsAtRest(cluster: ControlPlane, namespace: string): Promise<LiveObjects> {
  for (let last = await objectsIn(cluster, namespace); ;) {
    await setTimeout(quietMilliseconds);
    const now = await objectsIn(cluster, namespace);
    if (JSON.stringify([...versionsOf(last)]) === JSON.stringify([...versionsOf(now)])) return now;
    last = now;
  }
}

/** Everything in a namespace and the namespace itself. */
export async function objectsIn({ request }: ControlPlane, namespace: string): Promise<LiveObjects> {
  const get = async <Body>(path: string): Promise<Body> => (await request<Body>("GET", path)).body;
  const { groups } = await get<{ groups: readonly Group[] }>("/apis");
  const versions = ["/api/v1", ...groups.map(({ preferredVersion }) => `/apis/${preferredVersion.groupVersion}`)];
  const found = await Promise.all(
    versions.map(async (version) => {
      const group = /^\/apis\/(.*)\//.exec(version)?.[1];
      const { resources } = await get<{ resources: readonly Resource[] }>(version);
      const listed = resources.filter(({ verbs, kind, namespaced }) => {
        return namespaced && verbs.includes("list") && !passing.includes(kind);
      });
      const lists = listed.map(async ({ name, kind }) => {
        const { items } = await get<{ items: readonly LiveObject[] }>(`${version}/namespaces/${namespace}/${name}`);
        return items.map(
          (item) => [`${group === undefined ? "" : `${group}/`}${kind} ${item.metadata.name}`, item] as const,
        );
      });
      return (await Promise.all(lists)).flat();
    }),
  );
  const own = await get<LiveObject>(`/api/v1/namespaces/${namespace}`);
  return new Map(
    [[`Namespace ${namespace}`, own] as const, ...found.flat()].toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export function versionsOf(objects: LiveObjects): Map<string, string> {
  return new Map([...objects].map(([key, { metadata }]) => [key, metadata.resourceVersion]));
}

// Their names or addresses are random.
const isRandom = /^(?:Pod|Endpoints|discovery\.k8s\.io\/EndpointSlice) /;
// Written by the one who applies, or by a controller that counts.
const noise = [
  "argocd.argoproj.io/tracking-id",
  "deployment.kubernetes.io/revision",
  "deployment.kubernetes.io/revision-history",
  "kubectl.kubernetes.io/last-applied-configuration",
];

/**
 * What two clusters must have in common to be the same: all that was applied as the API server has it, and the
 * ReplicaSets in use, whose names tell the pods apart. Without what is random, counted, or said by a controller.
 */
export function comparable(objects: LiveObjects): Record<string, unknown> {
  const kept = [...objects].filter(([key, { spec }]) => {
    return !isRandom.test(key) && !(key.startsWith("apps/ReplicaSet ") && spec?.["replicas"] === 0);
  });
  return Object.fromEntries(
    kept.map(([key, { metadata, spec = {}, ...rest }]) => {
      const { name, labels, annotations = {} } = metadata;
      const own = Object.entries(annotations).filter(([annotation]) => !noise.includes(annotation));
      const { clusterIP, clusterIPs, ...said } = spec;
      const headless = clusterIP === "None" ? { clusterIP, clusterIPs } : {};
      const content = Object.fromEntries(Object.entries(rest).filter(([field]) => field !== "status"));
      return [
        key,
        {
          ...content,
          metadata: { name, labels, annotations: Object.fromEntries(own) },
          spec: { ...said, ...headless },
        },
      ];
    }),
  );
}

interface Group {
  readonly preferredVersion: { readonly groupVersion: string };
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}
