import { describeIdentity } from "@kit/kube";
import { loadAll } from "js-yaml";
import { orderOf, type Order, type OrderEdge, type OrderOptions } from "../src/index.ts";

/** The order of manifests, as lines that a test can read at a glance. */
export function ordered(manifests: string, options?: OrderOptions) {
  return said(orderOf(loadAll(manifests.replaceAll(/^ +---$/gm, "---")), options));
}

/** Waves but 0, and every edge: `Deployment a <= ConfigMap b, exists: reads it, by envFrom`. */
export function said({ nodes, edges, waves, cycles, contradictions, wrongPhases }: Order) {
  return {
    waves: Object.fromEntries(
      nodes.flatMap((node) => (waves.get(node) === 0 ? [] : [[describeIdentity(node), waves.get(node)]])),
    ),
    edges: edges.map(edgeText),
    ...(cycles.length === 0 ? {} : { cycles: cycles.map((cycle) => cycle.map(edgeText)) }),
    ...(contradictions.length === 0 ? {} : { contradictions: contradictions.map(({ path }) => path.map(edgeText)) }),
    ...(wrongPhases.length === 0 ? {} : { wrongPhases: wrongPhases.map(edgeText) }),
  };
}

function edgeText({ before, after, strength, reason }: OrderEdge): string {
  return `${describeIdentity(after)} <= ${describeIdentity(before)}, ${strength}: ${reason}`;
}
