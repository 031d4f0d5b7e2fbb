import { shown, type Problem } from "@kit/errors";
import { describeObject } from "@kit/model";
import {
  describePath,
  waveAnnotation,
  type Contradiction,
  type Cycle,
  type Order,
  type OrderEdge,
  type OrderNode,
} from "@kit/order";

type Where = (node: OrderNode) => string;

/** Why the objects of an environment cannot be applied in any order, or not in that which somebody has written. */
export function orderProblems({ nodes, cycles, contradictions, wrongPhases }: Order, where: Where): Problem[] {
  return [
    ...cycles.map((cycle) => ofCycle(cycle, where)),
    ...nodes.filter(({ unreadable }) => unreadable !== undefined).map((node) => ofUnreadable(node, where)),
    ...contradictions.map((contradiction) => ofContradiction(contradiction, where)),
    ...wrongPhases.map((edge) => ofPhases(edge, where)),
  ];
}

function ofCycle(cycle: Cycle, where: Where): Problem {
  return {
    code: "order-cycle",
    what: `objects wait for each other: ${describePath(cycle, nameOf)}`,
    where: where(cycle[0]!.before),
    next: "break the circle: let one of them do without the other",
  };
}

function ofUnreadable(node: OrderNode, where: Where): Problem {
  return {
    code: "order-wave",
    what: `${nameOf(node)} has the wave ${shown(node.unreadable)}, and Argo CD takes only whole numbers`,
    where: where(node),
    next: `write one as text, "-1" say, or remove the annotation ${waveAnnotation}`,
  };
}

function ofContradiction({ path, distance }: Contradiction, where: Where): Problem {
  const [before, after] = [path[0]!.before, path.at(-1)!.after];
  const [early, late] = [before.given ?? 0, after.given ?? 0];
  return {
    code: "order-wave",
    what: `${nameOf(before)} has the wave ${early} and ${nameOf(after)} the wave ${late}, and one needs the other first: ${describePath(path, nameOf)}`,
    where: where(before),
    next: `write at most ${late - distance} for the first or at least ${early + distance} for the second, or remove the annotation ${waveAnnotation}`,
  };
}

function ofPhases(edge: OrderEdge, where: Where): Problem {
  const { before, after } = edge;
  return {
    code: "order-wave",
    what: `${nameOf(after)} is a hook of the phase ${after.phase}, which is over when ${nameOf(before)} is applied: ${describePath([edge], nameOf)}`,
    where: where(after),
    next: `make it a hook of the phase ${before.phase}${before.phase === "Sync" ? ", as migration(…) does" : ""}`,
  };
}

// Its namespace is the overlay's affair, so a message about a package has only its name.
function nameOf({ kind, name }: OrderNode): string {
  return describeObject({ kind, metadata: { name } });
}
