import type { Deployment } from "kubernetes-models/apps/v1/Deployment";
import type { ITopologySpreadConstraint } from "kubernetes-models/v1/TopologySpreadConstraint";
import { selectorOf } from "./deployment.ts";
import { patch, withMaker, type Patch } from "./patch.ts";

/**
 * Spreads a Deployment's pods over the nodes, so that the loss of one node is not the loss of all of them.
 *
 * It is a wish: with fewer nodes than pods, or full ones, the pods run all the same. Without it the scheduler
 * wishes for less, a skew of at most 3. Each rollout is spread by itself: were the old pods counted, the new ones
 * would stand where the old ones are not, and could be left on one node when those are gone.
 */
export function spreadOverNodes(deployment: Deployment): Patch {
  const constraint: ITopologySpreadConstraint = {
    maxSkew: 1,
    topologyKey: "kubernetes.io/hostname",
    whenUnsatisfiable: "ScheduleAnyway",
    labelSelector: selectorOf(deployment),
    matchLabelKeys: ["pod-template-hash"],
  };
  const spread = patch(deployment, { spec: { template: { spec: { topologySpreadConstraints: [constraint] } } } });
  return withMaker(spread, { call: spread.call, helper: "spreadOverNodes" });
}
