import { describeManifest } from "./manifest.ts";
import { isSlice, type LiveService, type LiveSlice, type ClusterSnapshot, type TimedEvent } from "./live.ts";

/** How many ready endpoints there are while something is deployed. */
export interface EndpointCounts {
  /** Undefined where there was no such Service or port. */
  readonly before: number | undefined;
  /** The lowest number at any moment, of what was there before. */
  readonly lowest: number | undefined;
  /** Undefined where it is gone. */
  readonly after: number | undefined;
}

export interface ServiceEndpoints extends EndpointCounts {
  /** `Service default/backend`. */
  readonly service: string;
  /** Of each port: a pod without a container port of the name that a port asks for is no endpoint of it. */
  readonly ports: readonly PortCounts[];
}

interface PortCounts extends EndpointCounts {
  /** Its name, else its number. */
  readonly port: string;
}

/** A Service, or one of several ports, that lost its last ready endpoint, or got its first. */
export interface Crossing {
  readonly at: number;
  readonly service: string;
  /** Where it is not the whole Service. */
  readonly port?: string;
  readonly up: boolean;
}

/** The ready endpoints of every Service with a selector, in the order of their names, and when one had none. */
export function endpointHistory(
  before: ClusterSnapshot,
  events: readonly TimedEvent[],
  after: ClusterSnapshot,
): { readonly services: ServiceEndpoints[]; readonly crossings: Crossing[] } {
  const [inBefore, inAfter] = [selecting(before), selecting(after)];
  const names = [...new Set([...inBefore.keys(), ...inAfter.keys()])].toSorted();
  const bySlices = Map.groupBy(before.slices, serviceOf);
  const bySlicesAfter = Map.groupBy(after.slices, serviceOf);
  const byEvents = Map.groupBy(
    events.flatMap(({ object, ...event }) => (isSlice(object) ? [{ ...event, object }] : [])),
    ({ object }) => serviceOf(object),
  );
  const crossings: Crossing[] = [];
  const services = names.map((service): ServiceEndpoints => {
    const [was, is] = [inBefore.get(service), inAfter.get(service)];
    const history = sliceHistory(bySlices.get(service) ?? [], byEvents.get(service) ?? []);
    const end = bySlicesAfter.get(service) ?? [];
    const ports = portsOf(was, is);
    const counted = (part: Pick<Port, "isBefore" | "isAfter"> & { readonly keys: PortKeys }): EndpointCounts => ({
      before: part.isBefore ? readyIn(history[0]!.slices, part.keys) : undefined,
      lowest: part.isBefore ? Math.min(...history.map(({ slices }) => readyIn(slices, part.keys))) : undefined,
      after: part.isAfter ? readyIn(end, part.keys) : undefined,
    });
    const keys: PortKeys = ports.length === 0 ? "all" : new Set(ports.flatMap((port) => [...port.keys]));
    const own = crossingsOf(history, keys);
    const ofPorts = (ports.length < 2 ? [] : ports).flatMap(({ name: port, keys: those }) =>
      crossingsOf(history, those)
        .filter(({ at, up }) => !own.some((one) => one.at === at && one.up === up))
        .map((crossing) => ({ ...crossing, port })),
    );
    crossings.push(...[...own, ...ofPorts].map((crossing) => ({ ...crossing, service })));
    return {
      service,
      ...counted({ keys, isBefore: was !== undefined, isAfter: is !== undefined }),
      ports: ports.map((port) => ({ port: port.name, ...counted(port) })),
    };
  });
  return { services, crossings };
}

/** The number of ready endpoints by `Service default/backend`, on whatever port. */
export function readyEndpoints(slices: readonly LiveSlice[]): Map<string, number> {
  const byService = Map.groupBy(slices, serviceOf);
  return new Map([...byService].map(([service, those]) => [service, readyIn(those, "all")]));
}

/** By which the slices know ports: name and protocol. `all` where a Service has no ports, as a headless one may. */
type PortKeys = ReadonlySet<string> | "all";

interface Port {
  readonly name: string;
  /** Both where it has got another name: a client that knows its number does not see that. */
  readonly keys: ReadonlySet<string>;
  readonly isBefore: boolean;
  readonly isAfter: boolean;
}

function portsOf(before: LiveService | undefined, after: LiveService | undefined): Port[] {
  const [own, other] = [before, after].map(
    (service) => new Map((service?.spec.ports ?? []).map((port) => [`${port.port}/${port.protocol ?? "TCP"}`, port])),
  ) as [Map<string, ServicePort>, Map<string, ServicePort>];
  return [...new Set([...own.keys(), ...other.keys()])].map((id) => {
    const both = [own.get(id), other.get(id)].filter((port) => port !== undefined);
    const { name, port } = both.at(-1)!;
    return {
      name: name || String(port),
      keys: new Set(both.map(keyOf)),
      isBefore: own.has(id),
      isAfter: other.has(id),
    };
  });
}

type ServicePort = NonNullable<LiveService["spec"]["ports"]>[number];

function keyOf({ name = "", protocol = "TCP" }: { readonly name?: string; readonly protocol?: string }): string {
  return `${name}/${protocol}`;
}

type SliceEvent = Omit<TimedEvent, "object"> & { readonly object: LiveSlice };

interface Moment {
  /** -1 before the first event. */
  readonly at: number;
  readonly slices: readonly LiveSlice[];
}

/** The slices of a Service before, and after each event. */
function sliceHistory(before: readonly LiveSlice[], events: readonly SliceEvent[]): Moment[] {
  const slices = new Map(before.map((slice) => [slice.metadata.uid, slice]));
  return [
    { at: -1, slices: before },
    ...events.map(({ at, type, object }) => {
      if (type === "DELETED") slices.delete(object.metadata.uid);
      else slices.set(object.metadata.uid, object);
      return { at, slices: [...slices.values()] };
    }),
  ];
}

function crossingsOf([first, ...rest]: readonly Moment[], keys: PortKeys): { at: number; up: boolean }[] {
  let was = readyIn(first!.slices, keys) > 0;
  return rest.flatMap(({ at, slices }) => {
    const up = readyIn(slices, keys) > 0;
    if (up === was) return [];
    was = up;
    return [{ at, up }];
  });
}

/** Several slices may have one endpoint, such as one for each set of ports. */
function readyIn(slices: readonly LiveSlice[], keys: PortKeys): number {
  const those = slices.filter(({ ports }) => keys === "all" || (ports ?? []).some((port) => keys.has(keyOf(port))));
  const endpoints = those.flatMap(({ endpoints: own }) => own ?? []);
  // A condition that is not said is met, says the API.
  const ready = endpoints.filter(({ conditions }) => conditions?.ready ?? true);
  return new Set(ready.flatMap(({ addresses }) => addresses)).size;
}

function serviceOf({ metadata: { namespace, labels } }: LiveSlice): string {
  return `Service ${namespace}/${labels?.["kubernetes.io/service-name"]}`;
}

function selecting({ services }: ClusterSnapshot): Map<string, LiveService> {
  const those = services.filter(({ spec }) => Object.keys(spec.selector ?? {}).length > 0);
  return new Map(those.map((service) => [describeManifest(service), service]));
}
