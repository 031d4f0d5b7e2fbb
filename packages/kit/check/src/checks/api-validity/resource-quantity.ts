import { quantityOf } from "@kit/kube";
import { podCheck } from "../../define-check.ts";
import { amountOf, isExtended, isHugePages, resourceListsOf, roundUp } from "../../pods/resources.ts";
import { volumesOf } from "../../pods/volumes.ts";

export const resourceQuantity = podCheck({
  id: "resource-quantity",
  group: "api-validity",
  severity: "error",
  title: "an amount of a resource is negative, or no whole number where it has to be",
  standsFor: ["canonical-quantity"],
  run: (pod, report) => {
    for (const { resources, path } of resourceListsOf(pod)) {
      for (const [name, quantity] of Object.entries(resources)) {
        const amount = amountOf(quantity);
        const problem = amount === undefined ? undefined : amountProblem(name, amount);
        if (problem === undefined) continue;
        report({
          path: [...path, name],
          message: `${name} is ${quantity}, and ${problem}`,
          fix: "correct the amount",
        });
      }
    }
    for (const { volume, path } of volumesOf(pod)) {
      const size = volume?.emptyDir?.sizeLimit;
      if ((amountOf(size) ?? 0n) >= 0n) continue;
      const message = `sizeLimit is ${size}, and must not be negative`;
      report({ path: [...path, "emptyDir", "sizeLimit"], message, fix: "correct the amount" });
    }
  },
});

const whole = 1_000_000_000n;

function amountProblem(name: string, amount: bigint): string | undefined {
  if (amount < 0n) return "must not be negative";
  if (isExtended(name) && amount % whole !== 0n) return "must be a whole number";
  if (!isHugePages(name)) return undefined;
  const size = name.slice("hugepages-".length);
  const page = quantityOf(size);
  if (page === undefined || page <= 0n || page % whole !== 0n) return `${JSON.stringify(size)} is not a size of a page`;
  return roundUp(amount, whole) % page === 0n ? undefined : `must be a multiple of ${size}`;
}
