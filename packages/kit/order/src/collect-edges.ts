import type { AddEdge, OrderEdge, Strength } from "./edge.ts";
import { certificateEdges } from "./edges/certificate-edges.ts";
import { definitionEdges } from "./edges/definition-edges.ts";
import { migrationEdges } from "./edges/migration-edges.ts";
import { namespaceEdges } from "./edges/namespace-edges.ts";
import { podEdges } from "./edges/pod-edges.ts";
import { rbacEdges } from "./edges/rbac-edges.ts";
import { secretStoreEdges } from "./edges/secret-store-edges.ts";
import { storageEdges } from "./edges/storage-edges.ts";
import { trafficEdges } from "./edges/traffic-edges.ts";
import type { OrderNode } from "./node.ts";
import type { ObjectIndex } from "./object-index.ts";

const binding = [
  namespaceEdges,
  definitionEdges,
  podEdges,
  rbacEdges,
  storageEdges,
  secretStoreEdges,
  certificateEdges,
  migrationEdges,
];

/**
 * Every edge between objects, in the order of their ids; of two between the same objects the stronger counts.
 *
 * @param shown Whether those that bind nothing are wanted too.
 */
export function collectEdges(index: ObjectIndex, shown: boolean): OrderEdge[] {
  const found = new Map<string, { readonly edge: OrderEdge; readonly reasons: Set<string> }>();
  const add: AddEdge = (before, after, strength, reason) => {
    if (before === after || (!shown && strength === "any")) return;
    const pair = `${before.index} ${after.index}`;
    const known = found.get(pair);
    if (known === undefined || rank(known.edge.strength) < rank(strength)) {
      found.set(pair, { edge: { before, after, strength, reason }, reasons: new Set([reason]) });
    } else if (known.edge.strength === strength) known.reasons.add(reason);
  };
  for (const edges of shown ? [...binding, trafficEdges] : binding) edges(index, add);
  const all = [...found.values()].map(({ edge, reasons }) => ({ ...edge, reason: [...reasons].join("; ") }));
  return all.toSorted((one, other) => byId(one.before, other.before) || byId(one.after, other.after));
}

function rank(strength: Strength): number {
  return ["any", "exists", "ready"].indexOf(strength);
}

function byId(one: OrderNode, other: OrderNode): number {
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}
