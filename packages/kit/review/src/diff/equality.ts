import { durationOf, quantityOf } from "@kit/kube";
import type { TypeSchema } from "@kit/schema";
import { isDeepStrictEqual } from "node:util";
import type { ListPlace } from "./list-mode.ts";

/** Why two values that are written differently are one to the API server. */
export type Equality = "the same amount" | "the same time" | "the same" | "the default" | "not set" | "stays as it is";

/** Why two values of a field are one, if they are; undefined for a value that is not written. */
export function equalityOf(place: ListPlace, before: unknown, after: unknown): Equality | undefined {
  const { type } = place;
  if (before === undefined || after === undefined) return equalToNothing(type, before === undefined ? after : before);
  if (type?.type === "quantity") return sameBy(quantityOf, before, after) ? "the same amount" : undefined;
  if (isDuration(place) && sameBy(durationOf, before, after)) return "the same time";
  return undefined;
}

// Custom resources have no type for a duration: a pattern or the name tells.
const durationName = /(?:interval|timeout|duration|period|ttl|delay|age|backoff|after|before)$/i;

function isDuration({ type, name, api, isMapValue }: ListPlace): boolean {
  if (type !== undefined && type.type !== "string" && type.type !== "any") return false;
  if (type?.format === "duration" || type?.limits?.pattern?.includes("ms|s|m|h") === true) return true;
  return api === "custom" && isMapValue !== true && durationName.test(name);
}

function sameBy(read: (value: unknown) => bigint | undefined, before: unknown, after: unknown): boolean {
  const known = read(before);
  return known !== undefined && known === read(after);
}

function equalToNothing(type: TypeSchema | undefined, value: unknown): Equality | undefined {
  if (type === undefined) return undefined;
  if (value === null) return type.nullable === true ? "not set" : undefined;
  return type.default !== undefined && isDeepStrictEqual(type.default, value) ? "the default" : undefined;
}
