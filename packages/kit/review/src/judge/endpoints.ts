import {
  identityKey,
  podLabelsOf,
  serviceEndpoints,
  type Loose,
  type PortEndpoints,
  type ServiceBackends,
} from "@kit/kube";
import type { ObjectChange } from "../compare-objects.ts";
import { dataAt } from "../data.ts";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet } from "../input/object-set.ts";
import type { RiskContext } from "./define-risk.ts";
import { isServiceOf } from "./selectors.ts";

/** A Service whose endpoints a change reaches: as it was, and as it is. */
export interface ReachedService {
  readonly before: ServiceBackends;
  readonly after: ServiceBackends;
}

/** The Services that both worlds have and that a change of a Service or of a workload reaches. Nothing else is read. */
export function reachedServices(
  { id, previous, op, before: was, after: is }: ObjectChange,
  { before, after }: RiskContext,
): ReachedService[] {
  const isService = id.group === "" && id.kind === "Service";
  if (isService && op !== "changed") return [];
  const services = isService ? [id] : [...servicesOf(was, previous ?? id, before), ...servicesOf(is, id, after)];
  const names = new Map(services.map((one) => [identityKey(one), one]));
  return [...names.values()].flatMap((one): ReachedService[] => {
    const [own, other] = [endpointsOf(one, before), endpointsOf(one, after)];
    return own === undefined || other === undefined ? [] : [{ before: own, after: other }];
  });
}

/** The Services of a side that select the pods of a workload. */
function servicesOf(workload: Loose | undefined, { namespace }: ObjectId, side: ObjectSet): ObjectId[] {
  if (workload === undefined) return [];
  return podLabelsOf(workload).flatMap((labels) =>
    side
      .mentioning(...Object.values(labels).map(String))
      .filter((one) => one.id.namespace === namespace && isServiceOf(one, labels))
      .map((one) => one.id),
  );
}

const known = new WeakMap<ObjectSet, Map<string, ServiceBackends | undefined>>();

function endpointsOf(id: ObjectId, side: ObjectSet): ServiceBackends | undefined {
  const all = known.get(side) ?? new Map<string, ServiceBackends | undefined>();
  known.set(side, all);
  const key = identityKey(id);
  if (!all.has(key)) all.set(key, askedOf(id, side));
  return all.get(key);
}

function askedOf(id: ObjectId, side: ObjectSet): ServiceBackends | undefined {
  const service = side.find(id);
  if (service === undefined) return undefined;
  // Whoever is behind it has a value that it selects by, or its name.
  const words = [
    id.name,
    ...Object.values(dataAt(service.data, "spec", "selector"))
      .slice(0, 1)
      .map(String),
  ];
  const objects = side.mentioning(...words).map(({ data }) => data);
  return serviceEndpoints(objects).find(
    ({ name, namespace }) => name === id.name && namespace === (id.namespace ?? ""),
  );
}

/** The ports that had pods behind them and have none. */
export function emptiedPorts({ before, after }: ReachedService): PortEndpoints[] {
  return after.ports.filter((port) => {
    const own = before.ports.find((one) => one.port === port.port && one.protocol === port.protocol);
    return port.targets.length === 0 && (own?.targets.length ?? 0) > 0;
  });
}

/** Who is behind any port of a Service, each once. */
export function behind({ ports }: ServiceBackends): string[] {
  return [...new Set(ports.flatMap(({ targets }) => targets.map(({ by }) => by)))];
}
