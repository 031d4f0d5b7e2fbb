import { expect, test } from "vitest";
import { compareText } from "./edits.ts";

interface Parts {
  readonly modes?: readonly string[];
  readonly required?: readonly string[];
  readonly fields?: object;
  readonly versions?: readonly object[];
}

function version(name: string, { modes = ["Full", "Changed"], required = [], fields = {} }: Parts = {}): object {
  const properties = { mode: { type: "string", enum: modes }, store: { type: "string" }, ...fields };
  const spec = { type: "object", required, properties };
  return {
    name,
    served: true,
    storage: name === "v1",
    schema: { openAPIV3Schema: { type: "object", properties: { spec } } },
  };
}

function definition(parts: Parts = {}): string {
  const data = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "backups.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { kind: "Backup", plural: "backups" },
      versions: parts.versions ?? [version("v1", parts)],
    },
  };
  return `${JSON.stringify(data)}\n---\n`;
}

const backup = (name: string, spec: object, apiVersion = "example.com/v1"): string =>
  `${JSON.stringify({ apiVersion, kind: "Backup", metadata: { name, namespace: "shop" }, spec })}\n---\n`;

const objects = backup("full", { mode: "Full", store: "s3" }) + backup("changed", { mode: "Changed" });

/** What the review says of the definition, without the fields. */
function said(before: string, after: string): string[] {
  return compareText(before, after)
    .split("\n")
    .filter((line) => /^ {4}(?:breaks|caution|routine|unclassified|  →)/.test(line))
    .map((line) => line.trim());
}

test("an enum that is narrowed names the objects which it refuses", () => {
  expect(said(definition() + objects, definition({ modes: ["Full"] }) + objects)).toEqual([
    'breaks definition-breaks: it refuses Backup shop/changed: spec.mode: "Changed" is not one of the values "Full"',
    "→ no such object is taken anew, and this one at most while what does not fit stays as it is  docs/risks/definition-breaks.md",
    'caution definition-narrowed: v1: spec.mode may not be "Changed" any more',
    "→ objects of its kind that are not here may be refused when they are next written  docs/risks/definition-narrowed.md",
  ]);
});

test("a field that is required, one that is gone, and a rule", () => {
  const after = version("v1", { required: ["mode", "store"] }) as {
    schema: { openAPIV3Schema: { properties: { spec: { properties: Record<string, object> } } } };
  };
  after.schema.openAPIV3Schema.properties.spec.properties["mode"] = {
    type: "string",
    enum: ["Full", "Changed"],
    "x-kubernetes-validations": [{ rule: "self != 'Changed'" }],
  };
  expect(said(definition() + objects, definition({ versions: [after] }) + objects)).toEqual([
    "breaks definition-breaks: it refuses Backup shop/changed: spec.store: store is missing",
    "→ no such object is taken anew, and this one at most while what does not fit stays as it is  docs/risks/definition-breaks.md",
    "caution definition-narrowed: v1: spec.mode has to meet the rule self != 'Changed'; v1: spec.mode is required; v1: spec.store is required",
    "→ objects of its kind that are not here may be refused when they are next written  docs/risks/definition-narrowed.md",
  ]);
  expect(said(definition({ fields: { size: { type: "integer" } } }), definition())).toEqual([
    "caution definition-narrowed: v1: spec.size is gone",
    "→ objects of its kind that are not here may be refused when they are next written  docs/risks/definition-narrowed.md",
  ]);
});

test("a version that goes names the objects in it, and that it was stored", () => {
  const both = definition({ versions: [version("v1"), version("v2")] });
  const one = definition({ versions: [{ ...version("v2"), storage: true }] });
  const other = backup("new", { mode: "Full" }, "example.com/v2");
  expect(said(both + objects + other, one + objects + other)).toEqual([
    "breaks definition-breaks: the version v1 is gone, and objects were stored in it",
    "→ the API server refuses the definition while its status.storedVersions has v1  docs/risks/definition-breaks.md",
    "breaks definition-breaks: it refuses Backup shop/full: example.com/v1 is not served any more; it refuses Backup shop/changed: example.com/v1 is not served any more",
    "→ the API server knows the object no longer under this version, and a sync fails  docs/risks/definition-breaks.md",
    "caution definition-narrowed: v1 is not served any more",
    "→ objects of its kind that are not here may be refused when they are next written  docs/risks/definition-narrowed.md",
  ]);
});

test("an object that is corrected in the same change is not refused", () => {
  const corrected = backup("changed", { mode: "Full" });
  const after = said(
    definition() + objects,
    definition({ modes: ["Full"] }) + objects.split("---")[0]! + `---\n${corrected}`,
  );
  expect(after.filter((line) => line.includes("definition-breaks"))).toEqual([]);
});

test("what takes all that it took before is routine, other documentation too", () => {
  const wider = definition({ modes: ["Full", "Changed", "None"], fields: { size: { type: "integer" } } });
  expect(said(definition() + objects, wider + objects)).toEqual([
    "routine definition-widened: v1: spec.size is new",
    "→ objects of its kind stay as they are  docs/risks/definition-widened.md",
  ]);
  const described = definition({ fields: { store: { type: "string", description: "Where it goes." } } });
  expect(said(definition() + objects, described + objects)).toEqual([
    "routine definition-widened: it takes what it took before",
    "→ objects of its kind stay as they are  docs/risks/definition-widened.md",
  ]);
});
