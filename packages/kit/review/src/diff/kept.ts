import { applied, at, defaulted, hasSameText, isMap, type Loose } from "@kit/kube";
import type { FieldChange, PathStep } from "./change.ts";
import type { Equality } from "./equality.ts";

/**
 * The changes with what the API server keeps of them: where it keeps the same before and after, the values are one to it,
 * however they are written.
 */
export function withWhatIsKept(changes: readonly FieldChange[], before: Loose, after: Loose): readonly FieldChange[] {
  if (!changes.some(({ equal, op }) => equal === undefined && op !== "moved")) return changes;
  const [own, other, alone] = [defaulted(before), defaulted(applied(before, after)), defaulted(after)];
  return changes.map((change) => {
    if (change.equal !== undefined || change.op === "moved") return change;
    const kept = [keptAt(own, change.steps, "before"), keptAt(other, change.steps, "after")] as const;
    const equal = equalityOf(change, kept, own, other);
    // What a server has kept by another name, or takes again, nobody fills in.
    const isLeft = equal === "the default" && !hasSameText(keptAt(alone, change.steps, "after"), kept[1]);
    if (isLeft) return { ...change, equal: "stays as it is" };
    return equal === undefined ? change : { ...change, equal };
  });
}

function equalityOf(
  { before, after, steps }: FieldChange,
  [own, other]: readonly [unknown, unknown],
  ...sides: readonly [Loose, Loose]
): Equality | undefined {
  const isOne = own !== undefined && other !== undefined && hasSameText(own, other);
  if (isOne)
    return before === undefined || isNothing(before) || after === undefined || isNothing(after)
      ? "the default"
      : "the same";
  // What is nothing is kept nowhere; what the server keeps elsewhere, such as a Secret's `stringData`, is not nothing.
  const isUnset = own === undefined && other === undefined && isNothing(before) && isNothing(after);
  return isUnset && hasParents(steps, sides) ? "not set" : undefined;
}

/** Nothing may be said of what is in a part that one side lacks. */
function hasParents(steps: readonly PathStep[], [own, other]: readonly [Loose, Loose]): boolean {
  const above = steps.slice(0, -1);
  return (keptAt(own, above, "before") === undefined) === (keptAt(other, above, "after") === undefined);
}

function keptAt(data: Loose, steps: readonly PathStep[], side: "before" | "after"): unknown {
  let value: unknown = data;
  for (const step of steps) {
    const field = typeof step === "string" ? step : step[side];
    if (field === undefined) return undefined;
    value = at(value, field);
  }
  return value;
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isMap(value)) return Object.values(value).every(isNothing);
  return value === undefined || value === null || value === "" || value === 0 || value === false;
}
