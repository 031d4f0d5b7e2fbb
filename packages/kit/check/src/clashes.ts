import { describeIdentity } from "@kit/kube";
import type { View } from "./view/index.ts";

/** Something that only one object of a cluster can have. */
interface Claim {
  readonly key: string;
  readonly object: View;
  /** The id of its environment. */
  readonly environment: string | undefined;
}

/**
 * The claims that another object makes too, each with the first of the others. One object that is in a set twice, as
 * when a folder has it for several environments, does not clash with itself.
 */
export function clashes<One extends Claim>(claims: readonly One[]): { claim: One; other: One }[] {
  const byKey = Map.groupBy(claims, ({ key }) => key);
  return [...byKey.values()].flatMap((together) => {
    const first = together[0]!;
    const second = together.find((one) => isAnother(one, first));
    // Of one that is as the first, the others are those of the first.
    return second === undefined
      ? []
      : together.map((claim) => ({ claim, other: isAnother(first, claim) ? first : second }));
  });
}

function isAnother(one: Claim, other: Claim): boolean {
  return one.environment !== other.environment || describeIdentity(one.object) !== describeIdentity(other.object);
}

/** `Service default/web of the environment "shop/dev" (generated/…)`, as far as it is not the same as here. */
export function otherText(here: Claim, { object, environment }: Claim): string {
  const of = here.environment === environment ? "" : ` of the environment "${environment}"`;
  const file = object.source === undefined ? object.where : `${object.where}, from ${object.source}`;
  return `${describeIdentity(object)}${of} (${file})`;
}
