import { forJson } from "@kit/text";
import type { Topology } from "../graph.ts";

/** An environment for machines: `{ environment, nodes, edges }`, edges by the ids of nodes. */
export function formatTopology(environment: string, { nodes, edges }: Topology): string {
  return `${forJson({ environment, nodes, edges })}\n`;
}
