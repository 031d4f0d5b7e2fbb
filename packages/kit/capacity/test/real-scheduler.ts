import { setTimeout } from "node:timers/promises";
import type { ControlPlane } from "@kit/control-plane";
import { makeNamespace, sender } from "./case-namespace.ts";
import type { SchedulerCase } from "./scheduler-cases.ts";

interface Pod {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly nodeName?: string };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly reason?: string }[] };
}

/** Where the real scheduler puts the pods of a case: for each node, in their order, the names of its pods. */
export function realScheduler(request: ControlPlane["request"]): (one: SchedulerCase) => Promise<string[][]> {
  let number = 0;
  const send = sender(request);
  return async ({ cluster, pods }) => {
    const namespace = `case-${++number}`;
    await makeNamespace(send, namespace);
    const nodes = nodeObjects(cluster, namespace);
    for (const node of nodes) {
      await send("POST", "/api/v1/nodes", node);
      // The API server has added the taint of a node that is not ready.
      const taints = node.spec.taints;
      await send("PATCH", `/api/v1/nodes/${node.metadata.name}`, { spec: { taints } });
    }
    await setTimeout(seen);
    const path = `/api/v1/namespaces/${namespace}/pods`;
    for (const pod of pods) await send("POST", path, pod);
    const placed = await settle(() => send<{ items: readonly Pod[] }>("GET", path));
    await send("DELETE", `/api/v1/nodes`);
    await send("DELETE", `${path}?gracePeriodSeconds=0`);
    await setTimeout(seen);
    return nodes.map(({ metadata: { name } }) =>
      placed.filter(({ spec }) => spec.nodeName === name).map((pod) => pod.metadata.name),
    );
  };
}

/** Milliseconds until the scheduler knows of nodes: it watches, but no answer says so. */
const seen = 100;
/** Milliseconds after which it has tried a pod again that another pod's place may have made possible. */
const again = 1_800;

/** Waits until every pod has a node, or has none and cannot get one any more. */
async function settle(read: () => Promise<{ readonly items: readonly Pod[] }>): Promise<readonly Pod[]> {
  let bound = -1;
  let since = Date.now();
  for (;;) {
    const { items } = await read();
    const placed = items.filter(({ spec }) => spec.nodeName !== undefined).length;
    if (placed === items.length) return items;
    if (placed > bound) since = Date.now();
    bound = placed;
    const pending = items.filter(({ spec }) => spec.nodeName === undefined);
    const tried = pending.every(({ status }) => status.conditions?.some(({ reason }) => reason === "Unschedulable"));
    // What another pod's place may yet allow is tried again once that has one; nothing else changes.
    const mayYet = pending.some(({ spec }) => /"podAffinity":\{"required|"DoNotSchedule"/.test(JSON.stringify(spec)));
    if (tried && (!mayYet || Date.now() - since > again)) return items;
    await setTimeout(30);
  }
}

function nodeObjects({ nodes }: SchedulerCase["cluster"], prefix: string) {
  const groups = nodes.flatMap((group) => Array.from({ length: group.count }, () => group));
  return groups.map(({ cpu, memory, pods, labels, taints = [] }, index) => {
    const size = { cpu, memory, pods: String(pods ?? 110) };
    const own = {
      "kubernetes.io/hostname": `node-${index + 1}`,
      "kubernetes.io/os": "linux",
      "kubernetes.io/arch": "amd64",
    };
    return {
      apiVersion: "v1",
      kind: "Node",
      metadata: { name: `${prefix}-node-${index + 1}`, labels: { ...labels, ...own } },
      spec: { taints },
      status: { capacity: size, allocatable: size },
    };
  });
}
