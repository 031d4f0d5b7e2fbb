import { expect, test } from "vitest";
import { rateLimitWait } from "../src/rate-limit.ts";

const secondary = "You have exceeded a secondary rate limit.";

test.for([
  ["retry-after comes first", 403, { "retry-after": "7", "x-ratelimit-remaining": "0" }, secondary, 7],
  ["then the reset, by GitHub's clock", 403, { ...reset(90), date: new Date(60_000).toUTCString() }, "", 30],
  ["without a date, by this machine's", 429, reset(90), "", 80],
  ["a reset that is over", 403, reset(5), "", 1],
  ["a secondary limit that says nothing", 403, {}, secondary, 60],
  ["a 429 that says nothing", 429, {}, "", 60],
  ["something left", 403, { ...reset(90), "x-ratelimit-remaining": "4999" }, "Resource not accessible", undefined],
  ["a right that is missing", 403, {}, "Resource not accessible by integration", undefined],
  ["no refusal", 200, { "x-ratelimit-remaining": "0" }, "", undefined],
  ["trouble", 503, { "retry-after": "7" }, "", undefined],
] as const)("%s", ([, status, headers, message, wait]) => {
  expect(rateLimitWait({ status, headers: new Headers(headers), message }, 10_000)).toBe(wait);
});

function reset(at: number): { readonly "x-ratelimit-reset": string; readonly "x-ratelimit-remaining": string } {
  return { "x-ratelimit-reset": String(at), "x-ratelimit-remaining": "0" };
}
