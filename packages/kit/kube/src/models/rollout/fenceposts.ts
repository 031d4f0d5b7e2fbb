/** What a Deployment says of its rolling update: numbers of pods, or percentages of its replicas such as `25%`. */
export interface RollingUpdate {
  readonly maxSurge?: number | string | null | undefined;
  readonly maxUnavailable?: number | string | null | undefined;
}

/**
 * How many pods a Deployment has more while it rolls, and how many may be away. Percentages are rounded up for the one and
 * down for the other, 25% is the default of both, and where both come to 0, 1 pod may be away: `ResolveFenceposts` of
 * pkg/controller/deployment/util. Without replicas nothing rolls.
 */
export function fenceposts(
  { maxSurge, maxUnavailable }: RollingUpdate,
  replicas: number,
): { readonly surge: number; readonly unavailable: number } {
  if (replicas === 0) return { surge: 0, unavailable: 0 };
  const surge = Math.ceil(shareOf(maxSurge ?? "25%", replicas));
  const unavailable = Math.floor(shareOf(maxUnavailable ?? "25%", replicas));
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : Math.min(unavailable, replicas) };
}

function shareOf(amount: number | string, replicas: number): number {
  return typeof amount === "string" ? (Number.parseInt(amount, 10) * replicas) / 100 : amount;
}
