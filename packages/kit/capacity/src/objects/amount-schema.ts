import { shown } from "@kit/errors";
import { quantityOf, toMilli, toWhole } from "@kit/kube";
import * as v from "valibot";
import type { Amounts } from "../amounts.ts";

// 2^50, a pebibyte: no machine has more of anything, and sums of less stay exact as numbers.
const most = 2 ** 50;

/** A list of resources as objects have it, `{ cpu: "250m", memory: "256Mi" }`, as numbers. */
export const amounts = v.nullish(
  v.pipe(
    v.record(v.string(), v.unknown()),
    v.rawTransform(({ dataset, addIssue, NEVER }): Amounts => {
      const entries = Object.entries(dataset.value).map(([name, value]) => [name, amountOf(name, value)] as const);
      const wrong = entries.find(([, amount]) => typeof amount === "string");
      if (wrong === undefined) return Object.fromEntries(entries) as Amounts;
      const [name, why] = wrong;
      addIssue({ message: `${name} ${why}, got ${shown(dataset.value[name])}` });
      return NEVER;
    }),
  ),
  {},
);

/** An amount in the unit in which its resource is counted, or what is wrong with it. */
export function amountOf(name: string, value: unknown): number | string {
  const nanos = quantityOf(value);
  if (nanos === undefined) return 'must be a quantity such as "500m" or "4Gi"';
  const amount = name === "cpu" ? toMilli(nanos) : toWhole(nanos);
  if (amount < 0n) return "must not be negative";
  return amount > BigInt(most) ? "is more than any machine has" : Number(amount);
}
