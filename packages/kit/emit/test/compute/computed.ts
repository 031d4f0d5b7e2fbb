import type { JsonObject } from "@kit/kube";
import { computeObject, type Computed } from "../../src/compute/compute-object.ts";
import { objectChange } from "../../src/compute/object-change.ts";

const where = "packages/shop/cart";

/** A change as `configure` writes it, or as a helper of this name makes it. */
export interface Written {
  readonly delta: object;
  readonly helper?: string;
  /** The line of the source where it is written. */
  readonly line?: number;
}

/** An object with changes applied, and what cannot be: `<code>: <what> (<next>)`. */
export function compute(
  object: JsonObject,
  ...changes: readonly (object | Written)[]
): Computed & { problems: string[] } {
  const problems: string[] = [];
  const written = changes.map((change) => {
    const { delta, helper, line = 1 }: Written = "delta" in change ? change : { delta: change };
    const call = { stack: `Error\n    at configure (file:///repository/${where}/src/index.ts:${line}:5)` };
    return objectChange({ target: {} as never, delta, helper, call }, where);
  });
  const computed = computeObject(object, { type: "base", where }, written, ({ code, what, next }) =>
    problems.push(`${code}: ${what} (${next})`),
  );
  return { ...computed, problems };
}

/** What is wrong with changes, or, where nothing is, the object that they make. */
export function outcome(object: JsonObject, ...changes: readonly (object | Written)[]): JsonObject | string[] {
  const { data, problems } = compute(object, ...changes);
  return problems.length === 0 ? data : problems;
}
