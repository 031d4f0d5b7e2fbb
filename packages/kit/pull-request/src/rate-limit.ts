/** What of an answer tells about limits. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** GitHub's own message. */
  readonly message: string;
}

/** Where GitHub says nothing else: at least a minute, by its documentation of secondary limits. */
const secondaryDefault = 60;

/**
 * For how many seconds GitHub wants no further request; undefined where the answer is not about a limit.
 *
 * The order is the one of "Rate limits for the REST API": `retry-after`, then `x-ratelimit-reset` where nothing remains,
 * then a minute. A 403 may be about a right as well; only one of these tells.
 *
 * @param now In milliseconds, where the answer has no date.
 */
export function rateLimitWait({ status, headers, message }: Answer, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const after = Number(headers.get("retry-after") ?? NaN);
  if (after >= 0) return after;
  const reset = Number(headers.get("x-ratelimit-reset") ?? NaN);
  if (headers.get("x-ratelimit-remaining") === "0" && reset > 0) {
    // By GitHub's clock; this machine's may be wrong.
    const date = Date.parse(headers.get("date") ?? "");
    return Math.max(1, Math.ceil(reset - (Number.isNaN(date) ? now : date) / 1000));
  }
  return status === 429 || /\brate limit\b|abuse detection/i.test(message) ? secondaryDefault : undefined;
}
