import { isList, isMap, type Json, type JsonObject } from "@kit/kube";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compute } from "./computed.ts";
import { applied } from "./oracle.ts";
import { cases } from "./random-changes.ts";

const numRuns = process.env["LONG"] === "1" ? 20_000 : 400;

test("a change does what another way to apply it does, and the object stays as it is", () => {
  fc.assert(
    fc.property(cases(1), ({ type, object, changes: [change] }) => {
      const before = JSON.stringify(object);
      const { data, problems } = compute(object, { delta: change! });
      expect(problems).toEqual([]);
      expect(JSON.stringify(data)).toBe(JSON.stringify(applied(type, object, change!)));
      expect(JSON.stringify(object)).toBe(before);
    }),
    { numRuns },
  );
}, 600_000);

test("no change, and a change to what is there already, change nothing", () => {
  fc.assert(
    fc.property(cases(0), ({ object }) => {
      expect(compute(object, { delta: {} }).data).toEqual(object);
      const { apiVersion: _, kind: __, ...content } = object;
      const { data, problems } = compute(object, { delta: content });
      expect(problems).toEqual([]);
      expect(data).toEqual(object);
    }),
    { numRuns },
  );
}, 600_000);

test("a helper's change and then one of configure are the two, one after the other", () => {
  fc.assert(
    fc.property(cases(1), cases(1), ({ type, object, changes: [one] }, { changes: [other] }) => {
      // The other is of another object, but for what the two have in common: its words must find their entries.
      const more = withoutWords(other!) as JsonObject;
      const { data, problems } = compute(object, { delta: one!, helper: "helper" }, { delta: more });
      fc.pre(problems.length === 0);
      expect(JSON.stringify(data)).toBe(JSON.stringify(applied(type, applied(type, object, one!), more)));
    }),
    { numRuns },
  );
}, 600_000);

function withoutWords(value: Json): Json {
  if (isList(value))
    return value.filter((item) => !isMap(item) || !("$entry" in item || "$remove" in item)).map(withoutWords);
  if (!isMap(value)) return value;
  if ("$whole" in value) return [];
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutWords(child)]));
}
