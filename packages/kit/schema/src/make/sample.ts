import type { Table, TableNode } from "../table.ts";

/** A way into an object: the names of fields, `0` for the only item of a list, `key` for the only value of a map. */
export type Way = readonly string[];

/**
 * An object with what the API states as required, and with all that is on the way: enough for the server to come to
 * what is at its end, though it may not take the object.
 */
export function sampleOf({ nodes }: Table, type: number, way: Way): Record<string, unknown> {
  const valueOf = (node: TableNode, name: string, rest: Way): unknown => {
    const [step, ...further] = rest;
    if (node.type === "list") return [valueOf(nodes[node.items!]!, name, further)];
    if (node.type === "map") return step === undefined ? {} : { key: valueOf(nodes[node.values!]!, name, further) };
    if (node.type !== "object") return scalarOf(node, name);
    const wanted = new Set(node.required);
    if (step !== undefined) wanted.add(step);
    // Not called required, although what is in it is.
    for (const field of ["spec", "image"]) if (node.fields![field] !== undefined) wanted.add(field);
    const fields = [...wanted].map((field): [string, unknown] => [
      field,
      valueOf(nodes[node.fields![field]!]!, field, field === step ? further : []),
    ]);
    return Object.fromEntries(fields);
  };
  return valueOf(nodes[type]!, "", way) as Record<string, unknown>;
}

// What the server's own code takes in most fields of the name.
const byName: Readonly<Record<string, string>> = {
  apiVersion: "v1",
  containerPath: "/a",
  devicePath: "/a",
  image: "a:1",
  ip: "10.0.0.1",
  kind: "Pod",
  mountPath: "/a",
  namespace: "default",
  operator: "Exists",
  path: "/a",
};

function scalarOf({ type, format, enum: values }: TableNode, name: string): unknown {
  if (values !== undefined) return values.find((value) => value !== "");
  if (type === "boolean") return true;
  if (type === "any") return {};
  if (type === "quantity") return "1";
  if (type !== "string") return 1;
  if (format === "byte") return "YQ==";
  if (format === "date-time") return "2026-01-01T00:00:00Z";
  if (format === "date-time-micro") return "2026-01-01T00:00:00.000000Z";
  return byName[name] ?? "a";
}
