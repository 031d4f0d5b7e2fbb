import { expect, test } from "vitest";
import { compareDefinitions, type KindDefinition } from "../src/index.ts";
import { backupDefinition, backupSchema } from "./definitions.ts";

test("what a newer definition says differently, what breaks first", () => {
  const { spec } = backupSchema.properties;
  const { store: _store, ...kept } = spec.properties;
  const schema = {
    ...backupSchema,
    properties: {
      spec: {
        ...spec,
        required: ["schedule", "mode", "targets"],
        properties: {
          ...kept,
          size: { type: "string" },
          mode: { type: "string", enum: ["Full"] },
          until: { type: "integer" },
        },
      },
    },
  };
  const changes = compareDefinitions(read(backupDefinition()), read(backupDefinition({}, schema)));
  expect(changes.filter(({ what }) => !/^v1: (apiVersion|kind|metadata) /.test(what))).toEqual([
    { breaks: true, what: 'v1: spec.mode may not be "Changed" any more' },
    { breaks: true, what: "v1: spec.store is gone" },
    { breaks: true, what: "v1: spec.until was string and is integer" },
    { breaks: true, what: "v1: spec.mode is required" },
    { breaks: false, what: "v1: spec.size is new" },
  ]);
});

test("a version that goes, and one that comes", () => {
  const newer = backupDefinition({
    versions: [{ name: "v2", served: true, storage: true, schema: { openAPIV3Schema: backupSchema } }],
  });
  expect(compareDefinitions(read(backupDefinition()), read(newer))).toEqual([
    { breaks: true, what: "v1 is not served any more" },
    { breaks: false, what: "v2 is new" },
  ]);
});

function read(definition: object): KindDefinition {
  return definition as KindDefinition;
}
