import { capacityReport } from "@kit/capacity";
import type { SchedulerCase } from "./scheduler-cases.ts";

/** What is said of a case before it is tried. */
export interface Prediction {
  /** Undefined where the scheduler's chance decides it. */
  readonly fits: boolean | undefined;
  /** For each node, the names of its pods; undefined where chance decides it. */
  readonly nodes: readonly (readonly string[])[] | undefined;
}

export function predict({ cluster, pods }: SchedulerCase): Prediction {
  const objects = pods.map((data) => ({ where: data.metadata.name, data }));
  const [report] = capacityReport([{ id: "generated", cluster, objects }]).clusters;
  const { fits, certain, notes, nodes } = report!;
  const byChance = notes.some((note) => note.startsWith("whether it fits depends"));
  const names = nodes.map(({ services }) => Object.keys(services).map((title) => title.replace(" (Pod)", "")));
  return { fits: byChance ? undefined : fits, nodes: certain ? names : undefined };
}

/** What can be compared of where the pods are: all fit or not, and what is together on which kind of node. */
export function comparable(
  { cluster, pods }: SchedulerCase,
  { fits, nodes }: Prediction,
  real: readonly (readonly string[])[],
): { readonly fits: boolean | undefined; readonly places: string[] | undefined } {
  const groups = cluster.nodes.flatMap(({ count, ...kind }) =>
    Array.from({ length: count }, () => JSON.stringify(kind)),
  );
  const places = real.map((names, node) => `${names.toSorted().join(" ")} on ${groups[node]}`);
  return {
    fits: fits === undefined ? undefined : real.flat().length === pods.length,
    places: nodes === undefined ? undefined : places.toSorted(),
  };
}
