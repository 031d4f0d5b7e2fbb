import { isMap, type Json } from "@kit/kube";
import { isSameScalar } from "./same-scalar.ts";
import type { Claim, Segment } from "./declared/claim.ts";

/** How far a declaration's path has been followed. */
export interface Trace {
  readonly claim: Claim;
  readonly at: number;
}

/** A step down into an object. */
export type TraceStep =
  | { readonly type: "field"; readonly name: string }
  /** An entry of a list, as wanted and as rendered; `index` is undefined where entries may have moved. */
  | { readonly type: "entry"; readonly entries: readonly Json[]; readonly index: number | undefined };

/** The traces that go on below a step. */
export function advance(traces: readonly Trace[], step: TraceStep): Trace[] {
  return traces.flatMap((trace) => after(trace, step));
}

/** Whether a declaration reaches into a list to make this entry. */
export function enters(traces: readonly Trace[], entry: Json): boolean {
  return traces.some(({ claim, at }) => {
    const segment = claim.path[at];
    if (segment?.type === "token") return segment.token === "-" && claim.place[0] === "replacements";
    return segment?.type === "entry" && hasFields(entry, segment);
  });
}

function after({ claim, at }: Trace, step: TraceStep): Trace[] {
  const segment = claim.path[at];
  if (segment === undefined) return [];
  const next = { claim, at: at + 1 };
  switch (segment.type) {
    case "deep":
      return [{ claim, at }, ...after(next, step)];
    case "field":
      if (step.type === "entry") return [{ claim, at }];
      return step.name === segment.token ? [next] : [];
    case "any":
      return [next];
    case "entry":
      return step.type === "entry" && step.entries.some((entry) => hasFields(entry, segment)) ? [next] : [];
    case "key":
      return step.type === "field" && step.name === segment.token ? [next] : [];
    default:
      return isAt(segment.token, step, claim.below) ? [next] : [];
  }
}

function isAt(token: string, step: TraceStep, below: boolean): boolean {
  if (step.type === "field") return step.name === token;
  if (!/^-?\d+$/.test(token)) return false;
  // Of another moment, or counted from the end.
  if (below || step.index === undefined || token.startsWith("-")) return true;
  return step.index === Number(token);
}

function hasFields(entry: Json, { fields }: Segment & { type: "entry" }): boolean {
  return isMap(entry) && Object.entries(fields).every(([key, value]) => isSameScalar(entry[key], value));
}
