import { shown, type Problem } from "@kit/errors";
import { describeEmitted, type EmittedObject } from "../emitted-object.ts";
import type { EnvironmentChange } from "../environment-change.ts";
import { computeObject, type Computed } from "./compute-object.ts";
import { OriginTree } from "./origin-tree.ts";

/** One environment of a system: its services' base objects, and what it has beyond them. */
export interface EnvironmentParts {
  readonly id: string;
  /** The package of the environments. */
  readonly where: string;
  readonly namespace: string;
  readonly base: readonly EmittedObject[];
  readonly changes: readonly EnvironmentChange[];
  /** Objects of the environment itself, such as its Namespace. */
  readonly own: readonly EmittedObject[];
}

/** An object of an environment with what its packages say of it, and nothing of the build's own. */
export interface EnvironmentObject extends Computed {
  readonly object: EmittedObject;
  /** Whether its service has it in every environment. */
  readonly isOfBase: boolean;
}

/** The objects of an environment, with their changes applied. */
export function environmentObjects(
  { id, base, own, changes }: EnvironmentParts,
  report: (problem: Problem) => void,
): EnvironmentObject[] {
  const ofObjects = new Map(changes.flatMap((change) => [...change.changes]));
  const added = [...own, ...changes.flatMap(({ objects }) => objects)];
  return [
    ...base.map((object) => {
      const by = { type: "base", where: object.where } as const;
      const ofIt = ofObjects.get(object.id) ?? [];
      const computed = computeObject(object.data, by, ofIt, (problem) =>
        report({ ...problem, where: `${object.where}, ${describeEmitted(object)}, environment ${shown(id)}` }),
      );
      return withGiven({ object, isOfBase: true, ...computed });
    }),
    ...added.map((object) => {
      const origins = new OriginTree({ type: "environment", where: object.where });
      return withGiven({ object, isOfBase: false, data: object.data, origins });
    }),
  ];
}

/** An object of which it is known what the build has given it; a change of the environment comes after that. */
function withGiven(one: EnvironmentObject): EnvironmentObject {
  const annotations = one.origins.field("metadata").field("annotations");
  for (const key of one.object.given) annotations.field(key).by ??= { type: "kit", rule: "prune-protection" };
  return one;
}
