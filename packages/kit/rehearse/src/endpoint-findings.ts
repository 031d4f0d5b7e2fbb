import { behindService, type Behind } from "./availability.ts";
import type { Crossing, ServiceEndpoints } from "./endpoints.ts";
import type { ClusterSnapshot } from "./live.ts";
import type { RehearsalFinding } from "./rehearsal.ts";

/**
 * The Services that had no ready endpoint for a while, or have none in the end.
 *
 * For a while hurts unless a workload behind it may be away: a Deployment whose maxUnavailable is 0 promises that it
 * never is. Nor does it hurt that a Service is gone, unless it is wanted: then it went with its Namespace.
 *
 * @param wanted The objects that are deployed, such as `Service default/backend`.
 */
export function endpointFindings(
  services: readonly ServiceEndpoints[],
  crossings: readonly Crossing[],
  snapshots: { readonly before: ClusterSnapshot; readonly after: ClusterSnapshot },
  wanted: ReadonlySet<string>,
): RehearsalFinding[] {
  return services.flatMap(({ service, before = 0, lowest, after }): RehearsalFinding[] => {
    if (after === undefined && wanted.has(service)) return [hurt(service, "is wanted, and gone in the end")];
    if (after === undefined) return before === 0 ? [] : [note(service, "prune", wasServing(before))];
    const behind = behindService(service, [snapshots.before, snapshots.after]);
    const empty = behind.filter(({ replicas }) => replicas === 0);
    if (after === 0) return empty.length > 0 ? [] : [endsWithNone(service, before)];
    if (before === 0 || lowest !== 0) return [];
    const absent = describeAbsence(service, crossings);
    const tolerant = behind.find(({ maxUnavailable }) => maxUnavailable > 0);
    if (tolerant !== undefined) return [note(service, "downtime", `${absent}; ${describeTolerance(tolerant)}`)];
    const promises = behind.map(({ workload }) => workload).join(", ");
    return [hurt(service, `${absent}, although maxUnavailable is 0 for ${promises || "what is behind it"}`)];
  });
}

function note(object: string, code: RehearsalFinding["code"], message: string): RehearsalFinding {
  return { severity: "note", code, object, message };
}

function hurt(object: string, message: string): RehearsalFinding {
  return { severity: "hurts", code: "downtime", object, message };
}

function wasServing(before: number): string {
  return `is pruned while it has ${endpoints(before)}`;
}

function endpoints(count: number): string {
  return `${count} ready ${count === 1 ? "endpoint" : "endpoints"}`;
}

function endsWithNone(service: string, before: number): RehearsalFinding {
  if (before > 0) return hurt(service, `had ${endpoints(before)} and ends with none`);
  return note(service, "no-endpoints", "has no ready endpoint: no ready pod has the labels of its selector");
}

/** From the first moment without a ready endpoint to the last, in seconds. */
function describeAbsence(service: string, crossings: readonly Crossing[]): string {
  const those = crossings.filter((crossing) => crossing.service === service);
  const [from, to] = [those.find(({ up }) => !up)?.at ?? 0, those.findLast(({ up }) => up)?.at ?? 0];
  return `had no ready endpoint from ${from.toFixed(2)} s to ${to.toFixed(2)} s`;
}

function describeTolerance({ workload, maxUnavailable, replicas }: Behind): string {
  return `${workload} allows it: ${maxUnavailable} of ${replicas} pods may be away while it rolls`;
}
