/** A file that nobody writes on purpose, by what is odd about it. */
export type OddFiles = Readonly<Record<string, string | Uint8Array>>;

/** The beginning of a ConfigMap whose data follow. */
export const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n";

/** An object as JSON. */
export function json(apiVersion: unknown, kind: unknown, rest: object = {}): string {
  return JSON.stringify({ apiVersion, kind, metadata: { name: "a" }, ...rest });
}

/** A Pod with that spec. */
export function pod(spec: unknown): string {
  return json("v1", "Pod", { spec });
}

/** As many texts, one after another. */
export function times(count: number, text: (index: number) => string, between = ""): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(between);
}
