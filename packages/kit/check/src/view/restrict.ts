import { fieldsByNeed, type EnvironmentView, type Need } from "./needs.ts";

/** An environment with what some needs stand for, and nothing else. */
export function restrict<Needs extends Need>(
  environment: EnvironmentView,
  needs: readonly Needs[],
): EnvironmentView<Needs> {
  const key = needs.toSorted().join(" ");
  const own = restricted.get(environment) ?? new Map<string, object>();
  restricted.set(environment, own);
  const known = own.get(key) ?? pick(environment, needs);
  own.set(key, known);
  return known as EnvironmentView<Needs>;
}

const restricted = new WeakMap<object, Map<string, object>>();

/** Many checks need the same: what is found once of their environment is found for all of them. */
export function identityOf(environment: object): object {
  return wholes.get(environment) ?? environment;
}

const wholes = new WeakMap<object, object>();

function pick(environment: EnvironmentView, needs: readonly Need[]): object {
  const fields =
    needs.length === 0 ? [] : ["id", "namespace", "copies", ...needs.flatMap((need) => fieldsByNeed[need])];
  const found = {};
  for (const field of fields) {
    // A list of pods is made when it is asked for.
    const property = Object.getOwnPropertyDescriptor(environment, field);
    if (property !== undefined) Object.defineProperty(found, field, property);
  }
  wholes.set(found, environment);
  return Object.freeze(found);
}
