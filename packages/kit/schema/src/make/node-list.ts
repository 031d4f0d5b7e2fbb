import type { TableNode } from "../table.ts";

/** Types that are kept once each, however often they occur. */
export class NodeList {
  readonly nodes: TableNode[] = [];
  readonly #places = new Map<string, number>();

  /** The place of a type. */
  add(node: TableNode): number {
    const content = JSON.stringify(node);
    const known = this.#places.get(content);
    if (known !== undefined) return known;
    const place = this.nodes.push(node) - 1;
    this.#places.set(content, place);
    return place;
  }

  /** A place for a type that refers to itself: it is set when it is known. */
  reserve(): number {
    return this.nodes.push({ type: "any" }) - 1;
  }

  set(place: number, node: TableNode): void {
    this.nodes[place] = node;
  }
}
