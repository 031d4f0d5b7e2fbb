import type { Node, Program } from "oxc-parser";

/** Calls for each node of a module, the outer ones first, with the nodes around it, the nearest last. */
export function walk(program: Program, visit: (node: Node, around: readonly Node[]) => void): void {
  step(program, []);

  function step(node: Node, around: readonly Node[]): void {
    visit(node, around);
    const inner = [...around, node];
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) step(child, inner);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
