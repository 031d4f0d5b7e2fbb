import { parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** What a page is made of, and what it says. */
export interface ShownPage {
  /** The elements in their order, with their depth and attributes: `2 a href="x"`. */
  readonly elements: readonly string[];
  /** What GitHub makes a link, a mention or a picture of by itself: text outside of code that looks like one. */
  readonly links: readonly string[];
}

/** @param values Whether the attributes' values are told too. */
export function elementsOf(html: string, values = true): ShownPage {
  const elements: string[] = [];
  const links: string[] = [];
  const walk = (node: Tree.Node, depth: number, isCode: boolean): void => {
    if ("value" in node && !isCode) links.push(...(node.value.match(linking) ?? []));
    if ("data" in node) elements.push(`${depth} comment`);
    if ("tagName" in node) {
      const attributes = node.attrs.map(({ name, value }) =>
        values ? ` ${name}=${JSON.stringify(value)}` : ` ${name}`,
      );
      elements.push(`${depth} ${node.tagName}${attributes.join("")}`);
    }
    const isWithin = isCode || ("tagName" in node && ["a", "code", "pre", "script", "style"].includes(node.tagName));
    if ("childNodes" in node) for (const child of node.childNodes) walk(child, depth + 1, isWithin);
  };
  walk(parseFragment(html), 0, false);
  return { elements, links };
}

// After GitHub's documentation of autolinked references, mentions and emoji.
const linking =
  /@[a-z\d]|#\d|\bGH-\d|(?:https?|ftp):\/\/|\bwww\.|[\w.+-]@[\w-]+\.\w|(?<![\w])[\da-f]{7,40}(?!\w)|:[a-z\d_+-]+:/gi;
