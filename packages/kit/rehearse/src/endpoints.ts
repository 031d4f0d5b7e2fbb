import { describeManifest } from "./manifest.ts";
import { isSlice, type LiveSlice, type ClusterSnapshot, type TimedEvent } from "./live.ts";

/** How many ready endpoints a Service has while something is deployed. */
export interface ServiceEndpoints {
  /** `Service default/backend`. */
  readonly service: string;
  /** Undefined where there was no such Service. */
  readonly before: number | undefined;
  /** The lowest number at any moment, of a Service that was there before. */
  readonly lowest: number | undefined;
  /** Undefined where it is gone. */
  readonly after: number | undefined;
}

/** A Service that lost its last ready endpoint, or got its first. */
export interface Crossing {
  readonly at: number;
  readonly service: string;
  readonly up: boolean;
}

/** The ready endpoints of every Service with a selector, in the order of their names, and when one had none. */
export function endpointHistory(
  before: ClusterSnapshot,
  events: readonly TimedEvent[],
  after: ClusterSnapshot,
): { readonly services: ServiceEndpoints[]; readonly crossings: Crossing[] } {
  const slices = new Map(before.slices.map((slice) => [slice.metadata.uid, slice]));
  const counts = readyEndpoints(before.slices);
  const lowest = new Map(counts);
  const crossings: Crossing[] = [];
  for (const { at, type, object } of events) {
    if (!isSlice(object)) continue;
    if (type === "DELETED") slices.delete(object.metadata.uid);
    else slices.set(object.metadata.uid, object);
    const service = serviceOf(object);
    const was = counts.get(service) ?? 0;
    const now = readyIn([...slices.values()].filter((slice) => serviceOf(slice) === service));
    counts.set(service, now);
    lowest.set(service, Math.min(lowest.get(service) ?? 0, now));
    if ((was === 0) !== (now === 0)) crossings.push({ at, service, up: now > 0 });
  }
  const [countsBefore, countsAfter] = [readyEndpoints(before.slices), readyEndpoints(after.slices)];
  const [inBefore, inAfter] = [selecting(before), selecting(after)];
  const services = [...new Set([...inBefore, ...inAfter])].toSorted().map((service): ServiceEndpoints => {
    const was = inBefore.has(service);
    return {
      service,
      before: was ? (countsBefore.get(service) ?? 0) : undefined,
      lowest: was ? (lowest.get(service) ?? 0) : undefined,
      after: inAfter.has(service) ? (countsAfter.get(service) ?? 0) : undefined,
    };
  });
  return { services, crossings };
}

/** The number of ready endpoints by `Service default/backend`. */
export function readyEndpoints(slices: readonly LiveSlice[]): Map<string, number> {
  const byService = Map.groupBy(slices, serviceOf);
  return new Map([...byService].map(([service, those]) => [service, readyIn(those)]));
}

/** Several slices may have one endpoint, such as one for each set of ports. */
function readyIn(slices: readonly LiveSlice[]): number {
  const endpoints = slices.flatMap(({ endpoints: those }) => those ?? []);
  // A condition that is not said is met, says the API.
  const ready = endpoints.filter(({ conditions }) => conditions?.ready ?? true);
  return new Set(ready.flatMap(({ addresses }) => addresses)).size;
}

function serviceOf({ metadata: { namespace, labels } }: LiveSlice): string {
  return `Service ${namespace}/${labels?.["kubernetes.io/service-name"]}`;
}

function selecting({ services }: ClusterSnapshot): Set<string> {
  const those = services.filter(({ spec }) => Object.keys(spec.selector ?? {}).length > 0);
  return new Set(those.map((service) => describeManifest(service)));
}
