import { setTimeout } from "node:timers/promises";
import { EnvironmentFailure } from "@kit/errors";
import type { Manifest } from "./manifest.ts";
import type { Contract } from "./missing-references.ts";
import type { Running } from "./observer.ts";

/** A node to be: `cpu` in thousandths, `memory` in bytes, all else in whole units. */
export interface NodeSize {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly object[];
  readonly capacity: Readonly<Record<string, number>>;
  /** The capacity less what the system reserves. */
  readonly allocatable: Readonly<Record<string, number>>;
  /** How many pods it takes. */
  readonly pods: number;
}

const pollMilliseconds = 50;
const deadlineMilliseconds = 60_000;

/**
 * Makes the nodes, and waits until pods may be placed on them.
 *
 * @throws EnvironmentFailure where they are not ready within a minute.
 */
export async function createNodes({ request, signal }: Running, nodes: readonly NodeSize[]): Promise<void> {
  await Promise.all(nodes.map((node) => request("POST", "/api/v1/nodes", nodeObject(node))));
  const deadline = performance.now() + deadlineMilliseconds;
  for (;;) {
    const { body } = await request<{ items: readonly LiveNode[] }>("GET", "/api/v1/nodes");
    if (body.items.every(isReady)) return;
    signal.throwIfAborted();
    if (performance.now() > deadline) {
      const next = "start again when the machine has less to do";
      throw new EnvironmentFailure("component-silent", "the fake nodes are not ready after a minute", next);
    }
    await setTimeout(pollMilliseconds);
  }
}

/** Makes the namespaces that the objects are in and do not bring themselves. */
export async function createNamespaces(
  cluster: Running,
  manifests: readonly Manifest[],
  contracts: readonly Contract[],
): Promise<void> {
  const own = manifests.filter(({ data }) => data.kind === "Namespace").map(({ data }) => data.metadata.name);
  const used = manifests.flatMap(({ data }) => data.metadata.namespace ?? []);
  const missing = [...new Set([...used, "default"])].filter((name) => !own.includes(name));
  await Promise.all(
    missing.map(async (name) => {
      const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
      await cluster.request("POST", "/api/v1/namespaces", namespace);
      await furnishNamespace(cluster, name, contracts);
    }),
  );
}

/**
 * Makes what is in a namespace before anything is deployed to it: the Secrets of the contracts, with a dummy for each
 * value, and the ServiceAccount without which every Pod is refused, which the controller-manager makes a moment later.
 */
export async function furnishNamespace(
  { request }: Running,
  namespace: string,
  contracts: readonly Contract[],
): Promise<void> {
  const path = `/api/v1/namespaces/${namespace}`;
  const account = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
  await request("POST", `${path}/serviceaccounts`, account);
  await Promise.all(
    contracts.map(({ name, type = "Opaque", labels = {}, keys }) => {
      const stringData = Object.fromEntries(Object.keys(keys).map((key) => [key, "dummy"]));
      const secret = { apiVersion: "v1", kind: "Secret", metadata: { name, labels }, type, stringData };
      return request("POST", `${path}/secrets`, secret);
    }),
  );
}

interface LiveNode {
  readonly spec: { readonly taints?: readonly { readonly key: string }[] };
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

/** It says so, and the controller-manager has taken away the taint that the API server gave it. */
function isReady({ spec: { taints = [] }, status: { conditions = [] } }: LiveNode): boolean {
  const says = conditions.some(({ type, status }) => type === "Ready" && status === "True");
  return says && !taints.some(({ key }) => key === "node.kubernetes.io/not-ready");
}

function nodeObject({ name, labels, taints, capacity, allocatable, pods }: NodeSize): object {
  const quantities = (amounts: NodeSize["capacity"]): object => {
    const entries = Object.entries(amounts).map(([key, amount]) => [key, `${amount}${key === "cpu" ? "m" : ""}`]);
    return { ...Object.fromEntries(entries), pods: String(pods) };
  };
  return {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name, labels },
    spec: { taints },
    status: { capacity: quantities(capacity), allocatable: quantities(allocatable) },
  };
}
