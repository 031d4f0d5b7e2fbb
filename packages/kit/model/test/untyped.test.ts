import { UserError } from "@kit/errors";
import { expect, test } from "vitest";
import { isKubeObject, patch, untyped } from "../src/index.ts";

const fields = { kind: "Backup", apiVersion: "example.com/v1", metadata: { name: "nightly" }, spec: { at: ["03:00"] } };

test("what an untyped object says, API version and kind first", () => {
  const backup = untyped(fields);
  expect(JSON.stringify(backup)).toBe(
    '{"apiVersion":"example.com/v1","kind":"Backup","metadata":{"name":"nightly"},"spec":{"at":["03:00"]}}',
  );
  expect(isKubeObject(backup)).toBe(true);
  expect(patch(backup, { spec: { size: 2 } }).delta).toEqual({ spec: { size: 2 } });
});

test("what is changed afterwards in the data that it was made of does not reach it", () => {
  const data = structuredClone(fields);
  const backup = untyped(data);
  data.spec.at.push("04:00");
  expect(backup["spec"]).toEqual({ at: ["03:00"] });
});

test("what is lost in YAML stays in it, so that the build can refuse it", () => {
  const backup = untyped({ ...fields, spec: { at: undefined } });
  expect(backup.toJSON()).toStrictEqual({ ...fields, spec: { at: undefined } });
});

test.each([
  ["apiVersion", undefined],
  ["kind", ""],
  ["kind", 1],
])("%s is %s", (field, value) => {
  expect(() => untyped({ ...fields, [field]: value })).toThrow(UserError);
});
