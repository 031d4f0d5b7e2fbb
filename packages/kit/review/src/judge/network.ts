import { networkChanges, type NetworkChange, type NetworkFlow } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import type { RiskContext } from "./define-risk.ts";

const known = new WeakMap<ObjectChange, readonly NetworkChange[]>();

/**
 * What a change of a NetworkPolicy comes to, by all policies together: what its pods may and might not before, and the other way
 * round. Undefined of what is no NetworkPolicy.
 */
export function networkOf(change: ObjectChange, { before, after }: RiskContext): readonly NetworkChange[] | undefined {
  const { id, previous } = change;
  if (id.group !== "networking.k8s.io" || id.kind !== "NetworkPolicy") return undefined;
  const asked = known.get(change);
  if (asked !== undefined) return asked;
  const ids = previous === undefined ? [id] : [previous, id];
  const found = ids.flatMap(({ name, namespace = "" }) =>
    networkChanges(before.all(), after.all(), { name, namespace }),
  );
  known.set(change, found);
  return found;
}

/** What may flow, in a clause: `TCP 80 from pods app=web, and TCP 81 from anywhere`. */
export function flowsText(direction: NetworkChange["direction"], flows: readonly NetworkFlow[]): string {
  const way = direction === "ingress" ? "from" : "to";
  const byPort = [...Map.groupBy(flows, ({ peer }) => peer)].map(
    ([peer, own]) => `${own.map(({ port }) => port).join(", ")} ${way} ${peer}`,
  );
  const more = byPort.length > 3 ? `, and ${byPort.length - 3} more` : "";
  return byPort.slice(0, 3).join("; ") + more;
}
