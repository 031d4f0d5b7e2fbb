import { expect, test } from "vitest";
import { timeZoneProblem } from "../../src/syntax/time-zone.ts";

test.for(["Europe/Berlin", "Etc/UTC", "UTC", "US/Pacific", "America/Argentina/Buenos_Aires", "EST5EDT", "Etc/GMT+5"])(
  "%s is a time zone",
  (text) => {
    expect(timeZoneProblem(text)).toBeUndefined();
  },
);

test.for(["CEST", "Local", "local", "Mars/Olympus", "+01:00", "-01", "Europe/../Berlin", "Europe/Ber lin"])(
  "%s is invalid",
  (text) => {
    expect(timeZoneProblem(text)).toMatch(/^must be a time zone of the IANA's database/);
  },
);

test("the case counts", () => {
  expect(timeZoneProblem("europe/berlin")).toBe('is written "Europe/Berlin"');
  expect(timeZoneProblem("utc")).toBe('is written "UTC"');
});
