import { identityKey, serviceEndpoints, type PortEndpoints, type ServiceEndpoints } from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskContext } from "./define-risk.ts";

/** A Service whose endpoints a change reaches: as it was, and as it is. */
export interface ReachedService {
  readonly before: ServiceEndpoints;
  readonly after: ServiceEndpoints;
}

const known = new WeakMap<ObjectSet, ReadonlyMap<string, ServiceEndpoints>>();

/** The Services that both worlds have and that a change of a Service or of a workload reaches. */
export function reachedServices({ id, previous, op }: ObjectChange, { before, after }: RiskContext): ReachedService[] {
  const [own, others] = [endpointsIn(before), endpointsIn(after)];
  const isService = id.group === "" && id.kind === "Service";
  const names = [previous ?? id, id].map(({ kind, name }) => `${kind} ${name}`);
  const namespace = id.namespace ?? "";
  return [...own].flatMap(([key, one]): ReachedService[] => {
    const other = others.get(key);
    if (other === undefined) return [];
    if (isService) return op === "changed" && key === keyOf(id) ? [{ before: one, after: other }] : [];
    const isReached =
      one.namespace === namespace && [one, other].some(({ ports }) => ports.some((port) => isBehind(port, names)));
    return isReached ? [{ before: one, after: other }] : [];
  });
}

/** The ports that had pods behind them and have none. */
export function emptiedPorts({ before, after }: ReachedService): PortEndpoints[] {
  return after.ports.filter((port) => {
    const own = before.ports.find((one) => one.port === port.port && one.protocol === port.protocol);
    return port.targets.length === 0 && (own?.targets.length ?? 0) > 0;
  });
}

/** Who is behind any port of a Service, each once. */
export function behind({ ports }: ServiceEndpoints): string[] {
  return [...new Set(ports.flatMap(({ targets }) => targets.map(({ by }) => by)))];
}

function endpointsIn(side: ObjectSet): ReadonlyMap<string, ServiceEndpoints> {
  const asked = known.get(side);
  if (asked !== undefined) return asked;
  const found = serviceEndpoints(side.all().map(({ data }) => data));
  const made = new Map(found.map((one) => [keyOf(one), one]));
  known.set(side, made);
  return made;
}

function keyOf({ name, namespace }: { readonly name: string; readonly namespace: string | undefined }): string {
  return identityKey({ group: "", kind: "Service", name, namespace: namespace ?? "" });
}

function isBehind({ targets }: PortEndpoints, names: readonly string[]): boolean {
  return targets.some(({ by }) => names.includes(by));
}
