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
  return { delta, by: new OfPatch(where, helper, call) };
}

/** Finds the place in the source when it is asked for: to put a stack into words takes longer than to merge. */
class OfPatch implements ChangeOrigin {
  readonly type = "change";
  readonly where: string;
  readonly helper: string | undefined;
  readonly #call: Patch["call"];

  constructor(where: string, helper: string | undefined, call: Patch["call"]) {
    this.where = where;
    this.helper = helper;
    this.#call = call;
  }

  get at(): string | undefined {
    const frames = this.#call?.stack?.split("\n") ?? [];
    const frame = frames.find((line) => line.includes(`/${this.where}/`));
    const place = frame?.slice(frame.lastIndexOf(`/${this.where}/`) + 1);
    return place === undefined
      ? undefined
      : /^[^?:)]+(?:\?[^:)]*)?(?::\d+){1,2}/.exec(place)?.[0].replace(/\?[^:]*/, "");
  }
}

/** `protectInProduction at packages/shop/cart/src/index.ts:40`: how a message names a change. */
export function describeChange({ where, helper, at }: ChangeOrigin): string {
  const place = at ?? where;
  return helper === undefined ? place : `${helper} at ${place}`;
}
