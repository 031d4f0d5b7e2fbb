import { describeThrown, nearest, shown, UserError, type Problem } from "@kit/errors";
import { describeObject, isKubeObject, isPatch, type Change, type Environment, type KubeObject } from "@kit/model";
import { checkConfigMapValues, checkLost } from "./check-object.ts";
import { checkSize } from "./check-size.ts";
import { checkedObjects } from "./checked-objects.ts";
import { placeOf, type EmittedObject, type Ids } from "./emitted-object.ts";
import { objectChange, type AppliedDelta } from "./compute/object-change.ts";
import type { ServiceSource } from "./system-source.ts";

/** What one service has in one environment beyond its base. */
export interface EnvironmentChange {
  /** The objects that only this environment has. */
  readonly objects: readonly EmittedObject[];
  /** By the number of the object that is changed, in the order written. */
  readonly changes: ReadonlyMap<number, readonly AppliedDelta[]>;
}

/** Runs a service's `configure` for one environment and checks what it returns. */
export function environmentChange(
  service: ServiceSource,
  environment: Environment,
  ids: Ids,
  report: (problem: Problem) => void,
): EnvironmentChange {
  const objects: EmittedObject[] = [];
  const changes = new Map<number, AppliedDelta[]>();
  const here = `environment ${shown(environment.id)}`;
  for (const change of configure(service, environment, report)) {
    if (isKubeObject(change)) {
      objects.push(...checkedObjects([change], { where: service.where, ids }, report));
      continue;
    }
    const problems = checkPatch(service, here, change);
    problems.forEach(report);
    if (problems.length > 0 || !isPatch(change)) continue;
    const target = ids(change.target);
    changes.set(target, [...(changes.get(target) ?? []), objectChange(change, service.where)]);
  }
  return { objects, changes };
}

function configure(
  service: ServiceSource,
  environment: Environment,
  report: (problem: Problem) => void,
): readonly Change[] {
  const { configure: run } = service.definition;
  if (run === undefined) return [];
  try {
    const changes: unknown = run(environment as never);
    if (Array.isArray(changes)) return changes as readonly Change[];
    report(isNoList(service, environment, changes));
    return [];
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      {
        code: "package-threw",
        what: `configure threw for environment ${shown(environment.id)}: ${describeThrown(error)}`,
        where: service.where,
        next: "correct configure: it gets the environment's values and returns patches and objects",
      },
      { cause: error },
    );
  }
}

function isNoList({ where }: ServiceSource, { id }: Environment, returned: unknown): Problem {
  const place = `${where}, environment ${shown(id)}`;
  if (!(returned instanceof Promise)) {
    const what = `configure returned ${shown(returned)}, which is not a list`;
    return { code: "patch-target", what, where: place, next: "return a list of patches and objects; [] for none" };
  }
  // What it throws is of no interest any more.
  returned.catch(() => {});
  const next = "take `async` away: what it needs is there when the package is imported, which may wait for files";
  return { code: "configure-async", what: "configure is async, and must return its list at once", where: place, next };
}

function checkPatch(service: ServiceSource, here: string, change: Change): Problem[] {
  const place = `${service.where}, ${here}`;
  if (typeof change !== "object" || change === null || !isPatch(change)) {
    const next = "return patch(object, {…}) or new objects";
    return [
      {
        code: "patch-target",
        what: `configure returned ${shown(change)}, which is neither a patch nor an object`,
        where: place,
        next,
      },
    ];
  }
  if (service.definition.resources.includes(change.target)) {
    const target = `${placeOf(service.where, change.target)}, ${here}`;
    const delta: unknown = change.delta;
    if (typeof delta !== "object" || delta === null || Array.isArray(delta)) {
      const what = `a patch has ${shown(delta)}, which changes nothing`;
      return [{ code: "patch-target", what, where: target, next: "write what changes: patch(object, {…})" }];
    }
    const size = checkSize(change.delta, target);
    if (size.length > 0) return size;
    return [
      ...checkSameObject(change.delta, target),
      ...checkConfigMapValues(change.target.kind, change.delta, target),
      ...checkLost(change.delta, target),
    ];
  }
  return [{ code: "patch-target", where: place, ...wrongTarget(service, change.target) }];
}

function wrongTarget({ definition }: ServiceSource, given: unknown): Pick<Problem, "what" | "next"> {
  if (typeof given !== "object" || given === null) {
    const next = "give it the object itself; where it is looked for in a list, it is not there";
    return { what: `a patch is for ${shown(given)}, which is not an object`, next };
  }
  const own = definition.resources.map(describeObject);
  const target = describeObject(given as KubeObject);
  if (own.includes(target)) {
    const next = "give patch the object that stands in resources, and not one that is equal to it";
    return { what: `a patch is for a copy of ${target}, and not for the object of this service`, next };
  }
  const meant = nearest(target, own);
  return {
    what: `a patch for ${target}, which is not an object of this service`,
    next: `patch one of its own: ${own.join(", ") || "it has none"}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
  };
}

// Untyped code can give what the type of a patch refuses.
function checkSameObject(delta: object, where: string): Problem[] {
  const { metadata, ...rest } = delta as { metadata?: object };
  const keys = Object.keys({ ...metadata }).filter((key) => key === "name" || key === "namespace");
  const given = [...keys.map((key) => `metadata.${key}`), ...["apiVersion", "kind"].filter((key) => key in rest)];
  return given.map((key) => ({
    code: "patch-target",
    what: `a patch cannot change ${key}: that would be a different object`,
    where,
    next: "return a new object for this environment instead",
  }));
}
