import { shown, type Problem } from "@kit/errors";
import { describeObject } from "@kit/model";
import { isOrderedByKind, lastingProblems, orderOf, orderProblemText, type Order, type OrderNode } from "@kit/order";
import type { EnvironmentObject } from "./compute/environment.ts";
import type { EmittedObject } from "./emitted-object.ts";

/** The waves that have to be written: those that are not 0, and that nobody has written. */
export type WavesToWrite = ReadonlyMap<EmittedObject, number>;

interface OrderedEnvironment {
  readonly id: string;
  readonly namespace: string;
  readonly objects: readonly EnvironmentObject[];
}

/** The waves of a system's environments. */
export interface PlacedWaves {
  /** Of base objects that have one wave in all environments which deploy them. */
  readonly base: WavesToWrite;
  /** Of each environment all that it has, in the order of the environments. */
  readonly environments: readonly WavesToWrite[];
}

/**
 * Finds the sync waves of Argo CD for a system's environments.
 *
 * @param report Called where objects wait for each other, or for a wave that somebody has written.
 */
export function syncWaves(
  environments: readonly OrderedEnvironment[],
  report: (problem: Problem) => void,
): PlacedWaves {
  const found = environments.map((one) => wavesOf(one, report));
  const byObject = new Map<EmittedObject, (number | undefined)[]>();
  for (const [index, { objects }] of environments.entries()) {
    for (const { object } of objects.filter(({ isOfBase }) => isOfBase)) {
      byObject.set(object, [...(byObject.get(object) ?? []), found[index]!.get(object)]);
    }
  }
  const base = new Map<EmittedObject, number>();
  for (const [object, [first, ...others]] of byObject) {
    if (first !== undefined && others.every((wave) => wave === first)) base.set(object, first);
  }
  return { base, environments: found };
}

function wavesOf({ id, namespace, objects }: OrderedEnvironment, report: (problem: Problem) => void): WavesToWrite {
  const documents = objects.map(({ data }) => data);
  if (documents.every(isOrderedByKind)) return new Map();
  const order = orderOf(documents, { unplaced: namespace, shown: false });
  for (const problem of lastingProblems(order, nameOf)) {
    report({
      code: problem.kind === "cycle" ? "order-cycle" : "order-wave",
      what: orderProblemText(problem, nameOf),
      where: `${objects[problem.node.index]!.object.where}, environment ${shown(id)}`,
      next: problem.fix,
    });
  }
  return toWrite(order, objects);
}

function toWrite({ nodes, waves }: Order, objects: readonly EnvironmentObject[]): WavesToWrite {
  return new Map(
    nodes.flatMap((node): [EmittedObject, number][] => {
      const wave = waves.get(node) ?? 0;
      return wave === 0 || node.given !== undefined ? [] : [[objects[node.index]!.object, wave]];
    }),
  );
}

// Its namespace is the overlay's affair, so a message about a package has only its name.
function nameOf({ kind, name }: OrderNode): string {
  return describeObject({ kind, metadata: { name } });
}
