import type { TopologyEdge, TopologyNode } from "../graph.ts";

const most = 4;

/** What stands at an arrow: its first labels, and how many more there are. */
export function labelText({ type, labels }: TopologyEdge): string {
  const more = labels.length > most ? [`and ${labels.length - most} more`] : [];
  const said = [...labels.slice(0, most), ...more].join(", ");
  if (type === "calls") return said === "" ? "calls" : `calls: ${said}`;
  return said;
}

/** The lines in a thing: its kind and name, and what is the matter with it. */
export function nodeLines({ type, kind, name, state }: TopologyNode): string[] {
  const first = type === "user" ? "the user" : type === "outside" ? "outside" : kind;
  const own = type === "user" ? [] : [name];
  return [...(first === "" ? [] : [first]), ...own, ...(state === "here" ? [] : [states[state]])];
}

const states = { expected: "made outside", missing: "missing" };
