import { shown, UserError } from "@kit/errors";
import type { Cluster } from "@kit/model";
import { amountOf } from "../objects/amount-schema.ts";
import type { Amounts } from "../amounts.ts";

export interface Taint {
  readonly key: string;
  readonly value?: string | undefined;
  readonly effect: string;
}

/** A node as the scheduler sees it. */
export interface ClusterNode {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** All that it has. */
  readonly capacity: Amounts;
  /** What is left of it for applications. */
  readonly allocatable: Amounts;
  /** How many pods it takes. */
  readonly pods: number;
}

export const hostname = "kubernetes.io/hostname";

/**
 * The nodes of a cluster, each less the system's reserve: `node-1`, `node-2`, … in the order of the groups.
 *
 * @throws UserError where the reserve is more than a node has.
 */
export function nodesOf(cluster: Cluster): ClusterNode[] {
  const groups = cluster.nodes.flatMap((group) => Array.from({ length: group.count }, () => group));
  return groups.map((group, index): ClusterNode => {
    const name = `node-${index + 1}`;
    const capacity = amountsOf(cluster, { ...group.resources, cpu: group.cpu, memory: group.memory });
    const reserve = amountsOf(cluster, cluster.reserve);
    const system = { "kubernetes.io/os": "linux", "kubernetes.io/arch": "amd64" };
    return {
      name,
      labels: { ...system, ...group.labels, [hostname]: name },
      taints: group.taints ?? [],
      capacity,
      allocatable: { ...capacity, ...lessReserve(cluster, capacity, reserve) },
      pods: group.pods ?? 110,
    };
  });
}

function lessReserve(cluster: Cluster, capacity: Amounts, reserve: Amounts): Amounts {
  const left = Object.entries(reserve).map(([name, amount]) => [name, capacity[name]! - amount] as const);
  const short = left.find(([, amount]) => amount < 0)?.[0];
  if (short === undefined) return Object.fromEntries(left);
  const next = "make reserve smaller, or the nodes bigger: it is what the system takes of each node";
  throw wrong(cluster, `the reserve of ${short} is more than a node has`, next);
}

function amountsOf(cluster: Cluster, quantities: Readonly<Record<string, string>>): Amounts {
  const entries = Object.entries(quantities).map(([name, text]) => {
    const amount = amountOf(name, text);
    if (typeof amount === "number") return [name, amount] as const;
    throw wrong(cluster, `${name} of a node ${amount}, got ${shown(text)}`, "write what one node has");
  });
  return Object.fromEntries(entries);
}

function wrong({ id }: Cluster, what: string, next: string): UserError {
  return new UserError({ code: "environment-value", what, where: `the cluster "${id}" of the environments`, next });
}
