import { listed } from "./describe.ts";
import { matches } from "./matches.ts";
import type { Limits } from "./schema.ts";
import type { Walk } from "./walk.ts";

/** Checks a value of the right type against its constraints. Returns whether it keeps them. */
export function checkLimits(limits: Limits, value: unknown, walk: Walk): boolean {
  const refuse = (message: string, fix: string): false => {
    walk.report("value", message, fix);
    return false;
  };
  if (typeof value === "string") return checkText(limits, value, refuse);
  if (typeof value === "number") {
    return isWithin(value, limits.minimum, limits.maximum, (bounds) =>
      refuse(`${value} is not ${bounds}`, `write a number ${bounds}`),
    );
  }
  if (Array.isArray(value)) {
    const { length } = value;
    return isWithin(length, limits.minItems, limits.maxItems, (bounds) =>
      refuse(`the list has ${length} items`, `write ${bounds}`),
    );
  }
  const { length } = Object.keys(value as object);
  return isWithin(length, limits.minProperties, limits.maxProperties, (bounds) =>
    refuse(`the object has ${length} fields`, `write ${bounds}`),
  );
}

type Refuse = (message: string, fix: string) => false;

function checkText({ pattern, minLength, maxLength }: Limits, value: string, refuse: Refuse): boolean {
  if (pattern !== undefined && !matches(pattern, value)) {
    return refuse(`${listed([value])} does not match ${pattern}`, "write what the pattern says");
  }
  if (minLength === undefined && maxLength === undefined) return true;
  // As the server counts them: characters beyond 16 bits are one.
  const length = Array.from(value).length;
  return isWithin(length, minLength, maxLength, (bounds) =>
    refuse(value === "" ? "it is empty" : `it has ${length} characters`, `write ${bounds}`),
  );
}

function isWithin(
  value: number,
  least: number | undefined,
  most: number | undefined,
  refuse: (bounds: string) => false,
): boolean {
  if ((least === undefined || value >= least) && (most === undefined || value <= most)) return true;
  if (most === undefined) return refuse(`at least ${least}`);
  return refuse(least === undefined ? `at most ${most}` : `from ${least} to ${most}`);
}
