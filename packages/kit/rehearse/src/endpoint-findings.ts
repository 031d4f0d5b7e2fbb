import { behindService, type Behind } from "./availability.ts";
import type { Crossing, EndpointCounts, ServiceEndpoints } from "./endpoints.ts";
import type { RehearsalFinding } from "./rehearsal.ts";
import type { Recording } from "./recording.ts";
import { describeManifest } from "./manifest.ts";
import { emptinessOf, type Emptiness } from "./why-empty.ts";

/**
 * The Services that had no ready endpoint for a while, or have none in the end, and of those with several ports the ports.
 *
 * For a while hurts unless a workload behind it may be away: a Deployment whose maxUnavailable is 0 promises that it
 * never is. In the end hurts unless the objects say so: no replicas, no selector. Nor does it hurt that a Service is gone,
 * unless it is wanted: then it went with its Namespace.
 */
export function endpointFindings(
  services: readonly ServiceEndpoints[],
  crossings: readonly Crossing[],
  { snapshots, manifests }: Pick<Recording, "snapshots" | "manifests">,
): RehearsalFinding[] {
  const wanted = new Set(manifests.after.map(({ data }) => describeManifest(data)));
  const live = new Set(snapshots.after.services.map((service) => describeManifest(service)));
  const counted = new Set(services.map(({ service }) => service));
  let known: ReturnType<typeof emptinessOf> | undefined;
  const why = (service: string, port?: string): Emptiness =>
    (known ??= emptinessOf(manifests.after, snapshots.after))(service, port);
  const findingsOf = (part: Part): RehearsalFinding[] => {
    const { service, port, before = 0, lowest, after } = part;
    if (after === undefined && port !== undefined)
      return before === 0 ? [] : [note(part, "prune", wasServing(before, "is gone"))];
    if (after === undefined && live.has(service)) return [withoutSelector(part, before, why(service))];
    if (after === undefined && wanted.has(service)) return [hurt(part, "is wanted, and gone in the end")];
    if (after === undefined) return before === 0 ? [] : [note(part, "prune", wasServing(before, "is pruned"))];
    if (after === 0) return [endsWithNone(part, before, why(service, port))];
    if (before === 0 || lowest !== 0) return [];
    const behind = behindService(service, [snapshots.before, snapshots.after]);
    const absent = describeAbsence(part, crossings);
    const tolerant = behind.find(({ maxUnavailable }) => maxUnavailable > 0);
    if (tolerant !== undefined) return [note(part, "downtime", `${absent}; ${describeTolerance(tolerant)}`)];
    const promises = behind.map(({ workload }) => workload).join(", ");
    return [hurt(part, `${absent}, although maxUnavailable is 0 for ${promises || "what is behind it"}`)];
  };
  const others = [...wanted].filter((one) => live.has(one) && !counted.has(one));
  return [
    ...services.flatMap(partsOf).flatMap(findingsOf),
    ...others.map((service) => neverSelected(service, why(service))),
  ];
}

/** A Service, or where its ports differ one of them. */
interface Part extends EndpointCounts {
  readonly service: string;
  readonly port?: string;
}

function partsOf({ service, ports, ...counts }: ServiceEndpoints): Part[] {
  const differ = ports.some((one) => countsText(one) !== countsText(counts));
  return differ ? ports.map((one) => ({ service, ...one })) : [{ service, ...counts }];
}

function countsText({ before, lowest, after }: EndpointCounts): string {
  return `${before} ${lowest} ${after}`;
}

function note({ service, port }: Part, code: RehearsalFinding["code"], message: string): RehearsalFinding {
  return { severity: "note", code, object: service, message: said(port, message) };
}

function hurt({ service, port }: Part, message: string): RehearsalFinding {
  return { severity: "hurts", code: "downtime", object: service, message: said(port, message) };
}

function said(port: string | undefined, message: string): string {
  return port === undefined ? message : `its port ${port} ${message}`;
}

function wasServing(before: number, what: string): string {
  return `${what} while it has ${endpoints(before)}`;
}

function endpoints(count: number): string {
  return `${count} ready ${count === 1 ? "endpoint" : "endpoints"}`;
}

function endsWithNone(part: Part, before: number, { isIntended, reason }: Emptiness): RehearsalFinding {
  if (isIntended) {
    const had = before === 0 ? "has no ready endpoint" : `had ${endpoints(before)} and ends with none`;
    return note(part, "no-endpoints", `${had}, as intended: ${reason}`);
  }
  if (before > 0) return hurt(part, `had ${endpoints(before)} and ends with none: ${reason}`);
  return note(part, "no-endpoints", `has no ready endpoint: ${reason}`);
}

/** Its selector is gone: no controller makes endpoints for it any more, and those that it had stay as they are. */
function withoutSelector(part: Part, before: number, { reason }: Emptiness): RehearsalFinding {
  const message = `had ${endpoints(before)} by a selector that it has no more: ${reason}`;
  return before > 0 && reason.includes("nothing here says") ? hurt(part, message) : note(part, "no-endpoints", message);
}

function neverSelected(object: string, { reason }: Emptiness): RehearsalFinding {
  return { severity: "note", code: "no-endpoints", object, message: `has no pods, as intended: ${reason}` };
}

/** From the first moment without a ready endpoint to the last, in seconds. */
function describeAbsence({ service, port }: Part, crossings: readonly Crossing[]): string {
  const those = crossings.filter(
    (crossing) => crossing.service === service && (crossing.port === undefined || crossing.port === port),
  );
  const [from, to] = [those.find(({ up }) => !up)?.at ?? 0, those.findLast(({ up }) => up)?.at ?? 0];
  return `had no ready endpoint from ${from.toFixed(2)} s to ${to.toFixed(2)} s`;
}

function describeTolerance({ workload, maxUnavailable, replicas }: Behind): string {
  return `${workload} allows it: ${maxUnavailable} of ${replicas} pods may be away while it rolls`;
}
