import { isDeepStrictEqual } from "node:util";
import { isData, type Data } from "../data.ts";
import type { Step } from "../diff/change.ts";

/** What the generated files say of a place of an object. */
export interface Said {
  /** What the environment's patch has there; undefined where it leaves it as it is. */
  readonly patch: unknown;
  /** What is patched. */
  readonly base: unknown;
  /** The patch takes away what was there, or above it. */
  readonly isTakenAway: boolean;
  /** The patch has the list, without this item: it is gone where the list is replaced, and stays where it is merged. */
  readonly mayBeGone: boolean;
}

/**
 * What a base and a strategic merge patch say of a place. Nothing is merged: where they are silent, kustomize has kept
 * what was there.
 *
 * @param steps Without items that are known by their place alone: `keyedSteps`.
 */
export function saidAt(base: unknown, patch: unknown, steps: readonly Step[]): Said {
  let said = entered({ patch, base, isTakenAway: false, mayBeGone: false });
  for (const step of steps) {
    if (typeof step === "string") {
      said = entered({ ...said, patch: fieldOf(said.patch, step), base: fieldOf(said.base, step) });
    } else {
      const own = itemOf(said.patch, step.key ?? {});
      const mayBeGone = said.mayBeGone || (Array.isArray(said.patch) && own === undefined);
      said = entered({ ...said, patch: own, base: itemOf(said.base, step.key ?? {}), mayBeGone });
    }
  }
  return said;
}

/** The steps up to the first list whose items are known by their place. */
export function keyedSteps(steps: readonly Step[]): readonly Step[] {
  const at = steps.findIndex((step) => typeof step === "object" && step.key === undefined);
  return at === -1 ? steps : steps.slice(0, at);
}

/** What an object has at a place; undefined where there is no such place. */
export function renderedAt(data: unknown, steps: readonly Step[]): unknown {
  return saidAt(data, undefined, steps).base;
}

/** Whether the patch has a say in it. */
export function isPatched({ patch, isTakenAway, mayBeGone }: Said): boolean {
  return patch !== undefined || isTakenAway || mayBeGone;
}

/** Whether a value is what a base and a patch say. */
export function agrees(value: unknown, { base, patch, mayBeGone }: Said): boolean {
  if (mayBeGone && value === undefined) return true;
  if (patch === undefined) return isDeepStrictEqual(value, base);
  if (isData(patch) && (isData(value) || value === undefined)) {
    const names = new Set([patch, value, base].flatMap((one) => (isData(one) ? Object.keys(one) : [])));
    return [...names].every((name) => agrees(fieldOf(value, name), saidAt(base, patch, [name])));
  }
  if (isDeepStrictEqual(value, patch)) return true;
  // Merged: every item is of one of both.
  if (!Array.isArray(patch) || !Array.isArray(value)) return false;
  const items: readonly unknown[] = [...(patch as unknown[]), ...(Array.isArray(base) ? (base as unknown[]) : [])];
  return value.every((item) => items.some((one) => isDeepStrictEqual(item, one)));
}

/** Reads what only a patch says: `null` and `$patch` take away what was there. */
function entered(said: Said): Said {
  const { patch } = said;
  if (patch === null || (isData(patch) && patch["$patch"] === "delete")) {
    return { ...said, patch: undefined, base: undefined, isTakenAway: true };
  }
  if (isData(patch) && patch["$patch"] === "replace") {
    const { $patch: _directive, ...whole } = patch;
    return { ...said, patch: whole, base: undefined, isTakenAway: true };
  }
  return said;
}

function fieldOf(value: unknown, name: string): unknown {
  return isData(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function itemOf(value: unknown, key: Data): unknown {
  if (!Array.isArray(value)) return undefined;
  return (value as unknown[]).find(
    (item) => isData(item) && Object.entries(key).every(([name, own]) => isDeepStrictEqual(item[name], own)),
  );
}
