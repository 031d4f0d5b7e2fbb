import type { Patch } from "@kit/model";
import type { ValueOrigin } from "./origins.ts";

type ChangeOrigin = Extract<ValueOrigin, { type: "change" }>;

/** One change to one object, and whose it is. */
export interface AppliedDelta {
  readonly delta: object;
  readonly by: ChangeOrigin;
}

/** @param where The package whose `configure` returned the patch. */
export function objectChange({ delta, helper, call }: Patch, where: string): AppliedDelta {
  return { delta, by: { type: "change", where, helper, at: placeIn(call?.stack, where) } };
}

/** The first place of a stack that is in the package: `packages/shop/cart/src/index.ts:40:5`. */
function placeIn(stack: string | undefined, where: string): string | undefined {
  if (stack === undefined) return undefined;
  const start = stack.indexOf(`/${where}/`);
  if (start === -1) return undefined;
  const end = stack.indexOf("\n", start);
  const frame = stack.slice(start, end === -1 ? undefined : end);
  const place = frame.slice(frame.lastIndexOf(`/${where}/`) + 1);
  return /^[^?:)]+(?:\?[^:)]*)?(?::\d+){1,2}/.exec(place)?.[0].replace(/\?[^:]*/, "");
}

/** `protectInProduction at packages/shop/cart/src/index.ts:40`: how a message names a change. */
export function describeChange({ where, helper, at }: ChangeOrigin): string {
  const place = at ?? where;
  return helper === undefined ? place : `${helper} at ${place}`;
}
