import { isDeepStrictEqual } from "node:util";
import { isMap, type Loose } from "@kit/kube";
import type { PathStep } from "../diff/change.ts";

/**
 * What an object has at a place; undefined where there is no such place.
 *
 * @param steps Without items that are known by their place alone: `keyedSteps`.
 */
export function valueAt(data: unknown, steps: readonly PathStep[]): unknown {
  return steps.reduce((at, step) => (typeof step === "string" ? fieldOf(at, step) : itemOf(at, step.key ?? {})), data);
}

/** The steps up to the first list whose items are known by their place. */
export function keyedSteps(steps: readonly PathStep[]): readonly PathStep[] {
  const at = steps.findIndex((step) => typeof step === "object" && step.key === undefined);
  return at === -1 ? steps : steps.slice(0, at);
}

function fieldOf(value: unknown, name: string): unknown {
  return isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function itemOf(value: unknown, key: Loose): unknown {
  if (!Array.isArray(value)) return undefined;
  return (value as unknown[]).find(
    (item) => isMap(item) && Object.entries(key).every(([name, own]) => isDeepStrictEqual(item[name], own)),
  );
}
