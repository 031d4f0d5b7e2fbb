import type { Table, TableNode } from "../table.ts";
import { sampleOf, type Way } from "./sample.ts";
import { laidOver, skeletons } from "./skeletons.ts";

/** Two objects that differ in one thing: what the server says of it shows whether it insists on it. */
export interface Trial {
  readonly apiVersion: string;
  readonly kind: string;
  /** What is tried: a field that an object is said to require, or a value outside of those enumerated. */
  readonly subject:
    | { readonly what: "required"; readonly node: number; readonly field: string }
    | { readonly what: "enum" | "empty"; readonly node: number };
  readonly sample: Readonly<Record<string, unknown>>;
  readonly broken: Readonly<Record<string, unknown>>;
}

/** A trial for everything that a table says to be required or enumerated, at every place where it is. */
export function* trialsOf(table: Table): Generator<Trial> {
  for (const [apiVersion, kinds] of Object.entries(table.kinds)) {
    for (const [kind, { type }] of Object.entries(kinds)) {
      for (const { node, way } of placesIn(table, type)) {
        const sample = completed(laidOver(skeletons[kind], sampleOf(table, type, way)) as Data, apiVersion, kind);
        for (const { subject, broken } of variants(table.nodes[node]!, node, sample, way)) {
          yield { apiVersion, kind, subject, sample, broken: completed(broken, apiVersion, kind) };
        }
      }
    }
  }
}

interface Place {
  readonly node: number;
  readonly way: Way;
}

/** Every place of a kind, but for its status, which an apply does not change; nothing is entered within itself. */
function* placesIn({ nodes }: Table, type: number): Generator<Place> {
  const visit = function* (node: number, way: Way, above: readonly number[]): Generator<Place> {
    yield { node, way };
    if (above.includes(node)) return;
    const { fields = {}, items, values } = nodes[node]!;
    const inside = [...above, node];
    for (const [name, field] of Object.entries(fields)) {
      if (way.length > 0 || name !== "status") yield* visit(field, [...way, name], inside);
    }
    if (items !== undefined) yield* visit(items, [...way, "0"], inside);
    if (values !== undefined) yield* visit(values, [...way, "key"], inside);
  };
  yield* visit(type, [], []);
}

type Data = Record<string, unknown>;

function* variants(
  { required = [], enum: values }: TableNode,
  node: number,
  sample: Data,
  way: Way,
): Generator<{ subject: Trial["subject"]; broken: Data }> {
  for (const field of required) {
    const without = structuredClone(sample);
    delete (at(without, way) as Data)[field];
    yield { subject: { what: "required", node, field }, broken: without };
  }
  if (values === undefined) return;
  yield { subject: { what: "enum", node }, broken: withValue(sample, way, "Nonsense") };
  yield { subject: { what: "empty", node }, broken: withValue(sample, way, "") };
}

function withValue(sample: Data, way: Way, value: string): Data {
  const copy = structuredClone(sample);
  (at(copy, way.slice(0, -1)) as Data)[way.at(-1)!] = value;
  return copy;
}

function at(data: unknown, way: Way): unknown {
  return way.reduce<unknown>((value, step) => (value as Data)[step], data);
}

/** With what every object has. */
function completed(sample: Data, apiVersion: string, kind: string): Data {
  return { ...sample, apiVersion, kind, metadata: { name: "a", ...(sample["metadata"] as object | undefined) } };
}
