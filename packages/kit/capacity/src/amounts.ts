/**
 * How much of each resource: `cpu` in thousandths of a CPU, `memory` in bytes, all others (`ephemeral-storage`,
 * `nvidia.com/gpu`) in whole units. Whole numbers; one that is not there is 0.
 */
export type Amounts = Readonly<Record<string, number>>;

/** The two that every node states and every table shows. */
export interface Sum {
  /** Thousandths of a CPU. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** The resources of a sum, in the order of the tables. */
export const judged = ["cpu", "memory"] as const;

export function sumOf(amounts: Amounts): Sum {
  return { cpu: amounts["cpu"] ?? 0, memory: amounts["memory"] ?? 0 };
}

export function add(all: readonly Amounts[]): Amounts {
  const total: Record<string, number> = {};
  for (const one of all) for (const [name, amount] of Object.entries(one)) total[name] = (total[name] ?? 0) + amount;
  return total;
}

/** The greatest amount of each resource. */
export function greatest(all: readonly Amounts[]): Amounts {
  const result: Record<string, number> = {};
  for (const one of all) {
    for (const [name, amount] of Object.entries(one)) result[name] = Math.max(result[name] ?? 0, amount);
  }
  return result;
}

export function times(sum: Sum, count: number): Sum {
  return { cpu: sum.cpu * count, memory: sum.memory * count };
}

export function addSums(all: readonly Sum[]): Sum {
  return all.reduce((total, one) => ({ cpu: total.cpu + one.cpu, memory: total.memory + one.memory }), {
    cpu: 0,
    memory: 0,
  });
}

export function minus(one: Sum, other: Sum): Sum {
  return { cpu: one.cpu - other.cpu, memory: one.memory - other.memory };
}
