import { describeIdentity } from "@kit/kube";
import { describePath } from "./describe-path.ts";
import type { OrderNode } from "./node.ts";
import type { Order } from "./order.ts";
import { waveAnnotation } from "./place.ts";
import { tooLate } from "./too-late.ts";

/** Something wrong with the order in which an environment's objects are applied. */
export interface OrderProblem {
  readonly kind: "cycle" | "phase" | "unreadable-wave" | "late-wave" | "idle-migration";
  /** The object that it is said of. */
  readonly node: OrderNode;
  /** Goes on from the object's name; that of a cycle names them all. */
  readonly message: string;
  readonly fix: string;
}

type Name = (node: OrderNode) => string;

/** What is wrong with the order that the annotations give, as they are. */
export function orderProblems(order: Order): OrderProblem[] {
  return [...lasting(order, describeIdentity), ...late(order), ...order.idleMigrations.map(idle)];
}

/**
 * What is wrong with the order whatever waves are written into the objects that have none.
 *
 * @param name How an object is named.
 */
export function lastingProblems(order: Order, name: Name): OrderProblem[] {
  return [...lasting(order, name), ...contradicting(order, name)];
}

/** The problem with the name of its object. */
export function orderProblemText({ kind, node, message }: OrderProblem, name: Name = describeIdentity): string {
  return kind === "cycle" ? message : `${name(node)}: ${message}`;
}

function lasting({ nodes, cycles, wrongPhases }: Order, name: Name): OrderProblem[] {
  return [
    ...cycles.map((cycle): OrderProblem => ({
      kind: "cycle",
      node: cycle[0]!.before,
      message: `objects wait for each other: ${describePath(cycle, name)}`,
      fix: "break the circle: let one of them do without the other",
    })),
    ...wrongPhases.map(({ before, after, reason }): OrderProblem => ({
      kind: "phase",
      node: after,
      message: `its phase ${after.phase} is over when ${name(before)} is applied, and it ${reason}`,
      fix: `make it a hook of the phase ${before.phase}${before.phase === "Sync" ? ", as migration(…) does" : ""}`,
    })),
    ...nodes.flatMap((node): OrderProblem[] => {
      if (node.unreadable === undefined) return [];
      const message = `the wave ${JSON.stringify(node.unreadable)} is not a whole number, and Argo CD takes it for 0`;
      const fix = `write a whole number as text, such as "-1", or remove the annotation ${waveAnnotation}`;
      return [{ kind: "unreadable-wave", node, message, fix }];
    }),
  ];
}

function late(order: Order): OrderProblem[] {
  return tooLate(order).map(({ node, wave, needed, edge, neededIn }) => ({
    kind: "late-wave",
    node,
    message: `wave ${wave} is too late for ${describeIdentity(edge.after)} in wave ${neededIn}, which ${edge.reason}`,
    fix: `write the annotation \`${waveAnnotation}: "${needed}"\``,
  }));
}

/** Of two written waves the first is too late for the second, whatever comes between them. */
function contradicting({ contradictions }: Order, name: Name): OrderProblem[] {
  return contradictions.map(({ path, distance }) => {
    const [before, after] = [path[0]!.before, path.at(-1)!.after];
    const [early, needed] = [before.given ?? 0, after.given ?? 0];
    return {
      kind: "late-wave",
      node: before,
      message: `wave ${early} is too late for ${name(after)} in wave ${needed}: ${describePath(path, name)}`,
      fix: `write at most ${needed - distance} for the first or at least ${early + distance} for the second, or remove the annotation ${waveAnnotation}`,
    };
  });
}

function idle(node: OrderNode): OrderProblem {
  return {
    kind: "idle-migration",
    node,
    message:
      "no workload waits for this migration: no pods of its namespace have its label app.kubernetes.io/name or app",
    fix: "give the Job the label of its app's pods",
  };
}
