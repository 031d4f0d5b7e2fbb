import { repositoryRoot } from "../repository.ts";
import { runScript } from "../run-script.ts";
import type { Specified } from "./objects-of.ts";

/** What an environment's cluster has for its pods, and what those of the specified services ask of it. */
interface SpecifiedCapacity {
  readonly pods: number;
  readonly requests: Quantities;
  readonly limits: Quantities;
  readonly available: Quantities;
  /** The limits' part of what is available. */
  readonly percent: Readonly<Record<keyof Quantities, number>>;
}

/** In thousandths of a CPU and in Mi. */
interface Quantities {
  readonly cpu: number;
  readonly memory: number;
}

/** Adds up what `pnpm capacity` tells of an environment of this repository. */
export async function capacityOf(id: string, { services }: Specified): Promise<SpecifiedCapacity> {
  const { stdout } = await runScript("capacity", { cwd: repositoryRoot, args: [id, "--json"] });
  const cluster = (JSON.parse(stdout) as PrintedCapacity).clusters[0]!;
  const told = cluster.environments.find((one) => one.id === id)!.services;
  const own = told.filter(({ name }) => services.includes(name));
  const sum = (of: "requests" | "limits"): Quantities => ({
    cpu: total(own.map((one) => one[of].cpu)),
    memory: total(own.map((one) => one[of].memory)),
  });
  const { cpu, memory } = cluster.usage;
  const available = { cpu: total([cpu.available]), memory: total([memory.available]) };
  const limits = sum("limits");
  const percent = (of: keyof Quantities): number => Math.round((100 * limits[of]) / available[of]);
  return {
    pods: own.reduce((all, { pods }) => all + pods, 0),
    requests: sum("requests"),
    limits,
    available,
    percent: { cpu: percent("cpu"), memory: percent("memory") },
  };
}

/** Quantities as the command writes them: `250m` or `256Mi`. */
function total(quantities: readonly string[]): number {
  return quantities.reduce((all, one) => all + Number(/^(\d+)(?:m|Mi)$/.exec(one)![1]), 0);
}

interface PrintedCapacity {
  readonly clusters: readonly {
    readonly environments: readonly { readonly id: string; readonly services: readonly Service[] }[];
    readonly usage: Readonly<Record<keyof Quantities, { readonly available: string }>>;
  }[];
}

interface Service {
  readonly name: string;
  readonly pods: number;
  readonly requests: Readonly<Record<keyof Quantities, string>>;
  readonly limits: Readonly<Record<keyof Quantities, string>>;
}
