import { objectCheck } from "../../define-check.ts";
import { replicasOf } from "../../replicas.ts";
import type { EnvironmentView, View } from "../../view/index.ts";

export const pdbBlocksEviction = objectCheck({
  id: "pdb-blocks-eviction",
  group: "reliability",
  severity: { development: "info", production: "warning" },
  title: "a PodDisruptionBudget lets no pod be evicted, so that no node can be drained",
  kinds: ["PodDisruptionBudget"],
  needs: ["objects"],
  run: (budget, report, environment) => {
    const { maxUnavailable, minAvailable } = budget.data.spec ?? {};
    const fix = "let one be away, with maxUnavailable: 1, and run two or more";
    if (maxUnavailable === 0 || maxUnavailable === "0%") {
      const message = `maxUnavailable ${maxUnavailable} lets no pod be evicted`;
      report({ path: ["spec", "maxUnavailable"], message, fix });
    }
    if (minAvailable === undefined && maxUnavailable === undefined) {
      // The disruption controller counts with no pods that are expected, and allows none to go.
      report({
        path: ["spec", "maxUnavailable"],
        message: "it has neither maxUnavailable nor minAvailable, which lets no pod be evicted",
        fix,
      });
    }
    if (minAvailable === undefined) return;
    const path = ["spec", "minAvailable"];
    const pods = countOf(budget, environment);
    if (minAvailable === "100%") report({ path, message: "minAvailable 100% lets no pod be evicted", fix });
    else if (pods !== undefined && needed(minAvailable, pods) >= pods) {
      const which = pods === 1 ? "its only pod" : `all ${pods} pods`;
      report({ path, message: `minAvailable ${minAvailable} keeps ${which} from being evicted`, fix });
    }
  },
});

/** How many pods the budget is about; undefined where that is not known. */
function countOf(
  { namespace, data }: View<"PodDisruptionBudget">,
  environment: EnvironmentView<"objects">,
): number | undefined {
  const { selector } = data.spec ?? {};
  const pods = selector === undefined ? [] : environment.podsOf(namespace, selector);
  const counts = pods.map((pod) => replicasOf(pod, environment));
  const sum = counts.reduce<number | undefined>((all, one) => add(all, one), 0);
  return sum === 0 ? undefined : sum;
}

function add(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

/** A share is rounded up, as the disruption controller does. */
function needed(minAvailable: string | number, pods: number): number {
  if (typeof minAvailable === "number") return minAvailable;
  return Math.ceil((Number.parseInt(minAvailable, 10) * pods) / 100);
}
