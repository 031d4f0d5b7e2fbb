import { setTimeout } from "node:timers/promises";
import type { ControlPlane } from "@kit/control-plane";
import { makeNamespace, sender } from "./case-namespace.ts";
import type { RolloutCase } from "./rollout-cases.ts";

/** What became of a case: whether its pods found nodes, and then whether all rollouts completed. */
export interface RealRollout {
  readonly fits: boolean;
  /** Undefined where they did not fit before. */
  readonly completes: boolean | undefined;
}

interface Workload {
  readonly metadata: { readonly name: string; readonly generation: number };
  readonly spec: { readonly replicas: number };
  readonly status?: Readonly<Record<string, unknown>>;
}

interface Pod {
  readonly metadata: { readonly name: string; readonly resourceVersion: string };
  readonly status?: {
    readonly conditions?: readonly { readonly type: string; readonly status: string; readonly reason?: string }[];
  };
}

// After that long nothing moves any more: a pod that found no place is tried again at each change.
const quiet = 2_500;

/** Rolls the workloads of a case on a control plane with scheduler, controllers and fake kubelet. */
export function realRollout(request: ControlPlane["request"]): (one: RolloutCase) => Promise<RealRollout> {
  let number = 0;
  const send = sender(request, 409);
  return async ({ cluster, objects }) => {
    const namespace = `case-${++number}`;
    await makeNamespace(send, namespace);
    const nodes = cluster.nodes.flatMap((group) => Array.from({ length: group.count }, () => group));
    await Promise.all(
      nodes.map(({ cpu, memory }, index) => {
        const name = `${namespace}-node-${index + 1}`;
        const size = { cpu, memory, pods: "110" };
        const labels = { "kubernetes.io/hostname": name, case: namespace };
        return send("POST", "/api/v1/nodes", {
          apiVersion: "v1",
          kind: "Node",
          metadata: { name, labels },
          status: { capacity: size, allocatable: size },
        });
      }),
    );
    await untilReady(send);
    const apps = `/apis/apps/v1/namespaces/${namespace}`;
    const workloads = objects.filter(({ apiVersion }) => apiVersion === "apps/v1");
    const read = async (): Promise<{ workloads: Workload[]; pods: readonly Pod[] }> => ({
      workloads: (
        await Promise.all(
          ["deployments", "statefulsets"].map((kind) => send<{ items: Workload[] }>("GET", `${apps}/${kind}`)),
        )
      ).flatMap(({ items }) => items),
      pods: (await send<{ items: readonly Pod[] }>("GET", `/api/v1/namespaces/${namespace}/pods`)).items,
    });
    let fits = true;
    // One after the other, as their pods are placed in the report: which of two controllers is faster is chance.
    for (const one of objects) {
      const path =
        one.kind === "RuntimeClass" ? "/apis/node.k8s.io/v1/runtimeclasses" : `${apps}/${pluralOf(one.kind)}`;
      await send("POST", path, one);
      fits &&= await settle(read);
    }
    let completes: boolean | undefined;
    if (fits) {
      const annotations = { roll: "again" };
      await Promise.all(
        workloads.map(({ kind, metadata: { name } }) =>
          send("PATCH", `${apps}/${pluralOf(kind)}/${name}`, { spec: { template: { metadata: { annotations } } } }),
        ),
      );
      completes = await settle(read);
    }
    for (const kind of ["deployments", "statefulsets", "replicasets"]) await send("DELETE", `${apps}/${kind}`);
    await send("DELETE", `/api/v1/namespaces/${namespace}/pods?gracePeriodSeconds=0`);
    while ((await read()).pods.length > 0) {
      await send("DELETE", `/api/v1/namespaces/${namespace}/pods?gracePeriodSeconds=0`);
      await setTimeout(50);
    }
    await send("DELETE", `/api/v1/nodes?labelSelector=case%3D${namespace}`);
    return { fits, completes };
  };
}

function pluralOf(kind: string): string {
  return `${kind.toLowerCase()}s`;
}

/** Until pods may be placed on the nodes. */
async function untilReady(send: <Body>(method: "GET", path: string) => Promise<Body>): Promise<void> {
  for (;;) {
    const { items } = await send<{ items: { spec: { taints?: unknown[] } }[] }>("GET", "/api/v1/nodes");
    if (items.every(({ spec: { taints = [] } }) => taints.length === 0)) break;
    await setTimeout(30);
  }
  await setTimeout(100);
}

/** Whether all became new and available; false where nothing moves any more. */
async function settle(read: () => Promise<{ workloads: Workload[]; pods: readonly Pod[] }>): Promise<boolean> {
  let [before, since] = ["", Date.now()];
  await setTimeout(20);
  for (;;) {
    const { workloads, pods } = await read();
    if (workloads.every(isDone) && pods.every(isReady)) return true;
    const now = JSON.stringify([
      workloads.map(({ status }) => status),
      pods.map(({ metadata }) => metadata.resourceVersion),
    ]);
    if (now !== before) [before, since] = [now, Date.now()];
    if (Date.now() - since > quiet) return false;
    await setTimeout(40);
  }
}

function isDone({ metadata, spec: { replicas }, status = {} }: Workload): boolean {
  const amount = (name: string): number => Number(status[name] ?? 0);
  if (amount("observedGeneration") < metadata.generation) return false;
  return ["replicas", "updatedReplicas", "availableReplicas"].every((name) => amount(name) === replicas);
}

function isReady({ status }: Pod): boolean {
  return status?.conditions?.some(({ type, status: met }) => type === "Ready" && met === "True") ?? false;
}
