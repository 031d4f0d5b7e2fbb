import { describeIdentity } from "@kit/kube";
import type { View } from "./view/index.ts";

/** Something that only one object of a cluster can have. */
interface Claim {
  readonly key: string;
  readonly object: View;
}

/**
 * The claims that another object makes too, each with the first of the others. One object that is in a set twice, as
 * when a folder has it for several environments, does not clash with itself.
 */
export function clashes<One extends Claim>(claims: readonly One[]): { claim: One; other: One }[] {
  const byKey = Map.groupBy(claims, ({ key }) => key);
  return [...byKey.values()].flatMap((together) =>
    together.flatMap((claim) => {
      const other = together.find(({ object }) => isAnother(object, claim.object));
      return other === undefined ? [] : [{ claim, other }];
    }),
  );
}

function isAnother(one: View, other: View): boolean {
  return one.environment !== other.environment || describeIdentity(one) !== describeIdentity(other);
}

/** `Service default/web of the environment "shop/dev" (generated/…)`, as far as it is not the same as here. */
export function otherText(here: View, other: View): string {
  const of = here.environment === other.environment ? "" : ` of the environment "${other.environment.id}"`;
  const file = other.source === undefined ? other.where : `${other.where}, from ${other.source}`;
  return `${describeIdentity(other)}${of} (${file})`;
}
