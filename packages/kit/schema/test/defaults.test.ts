import { filledInOf } from "@kit/schema";
import { makeDefaults } from "@kit/schema/make";
import { expect, test } from "vitest";

test("a type is filled in as an answer says, and differently where a place has more", async () => {
  const goTypes = {
    kinds: { "a/v1": { One: "One", Two: "Two" } },
    types: {
      One: { metadata: { type: "Meta" }, spec: { type: "Spec" } },
      Two: { specs: { type: "Spec", in: "list" } },
      Spec: {
        name: { type: "string" },
        count: { type: "number", pointer: true },
        flag: { type: "bool", pointer: true },
        inner: { type: "Inner", pointer: true },
        amounts: { type: "Quantity", in: "map" },
      },
      Inner: { size: { type: "number" } },
    },
  } as const;
  const asked: unknown[] = [];
  const table = await makeDefaults({
    goTypes,
    kinds: [
      { apiVersion: "a/v1", kind: "One" },
      { apiVersion: "a/v1", kind: "Two" },
      { apiVersion: "a/v1", kind: "Three" },
    ],
    async answers(objects) {
      asked.push(...objects);
      return objects.map((object) => {
        const { kind, specs } = object as { kind: string; specs?: [{ inner?: object }] };
        if (kind === "One") return { kind, spec: { name: "", count: 0, flag: null, inner: { size: 3 } } };
        return { kind, specs: specs && [{ count: 0, inner: { size: 3 } }] };
      });
    },
  });
  expect(asked).toMatchInlineSnapshot(`
    [
      {
        "apiVersion": "a/v1",
        "kind": "One",
      },
      {
        "apiVersion": "a/v1",
        "kind": "One",
        "spec": {},
      },
      {
        "apiVersion": "a/v1",
        "kind": "One",
        "spec": {
          "inner": {},
        },
      },
      {
        "apiVersion": "a/v1",
        "kind": "Two",
      },
      {
        "apiVersion": "a/v1",
        "kind": "Two",
        "specs": [
          {},
        ],
      },
      {
        "apiVersion": "a/v1",
        "kind": "Two",
        "specs": [
          {
            "inner": {},
          },
        ],
      },
    ]
  `);
  expect(table).toMatchInlineSnapshot(`
    {
      "kinds": {
        "a/v1": {
          "One": "One",
          "Two": "Two",
        },
      },
      "types": {
        "Inner": {
          "adds": {
            "size": 3,
          },
          "fields": {},
        },
        "One": {
          "adds": {
            "spec": {},
          },
          "fields": {
            "metadata": "Meta",
            "spec": "Spec",
          },
        },
        "Spec": {
          "adds": {
            "count": 0,
            "inner": {},
          },
          "fields": {
            "amounts": "{}Quantity",
            "count": "*",
            "flag": "*",
            "inner": "*Inner",
          },
        },
        "Two": {
          "adds": {
            "specs": {},
          },
          "fields": {
            "specs": "[]Spec",
          },
        },
      },
    }
  `);
});

test("the types of a kind are looked up by their fields", () => {
  const port = filledInOf("v1", "Service")?.field("spec")?.filled?.field("ports");
  expect([port?.in, port?.filled?.name, port?.filled?.adds]).toEqual([
    "list",
    "core/v1.ServicePort",
    { protocol: "TCP" },
  ]);
  expect(filledInOf("v1", "Secret")?.field("immutable")?.isPointer).toBe(true);
  expect(filledInOf("argoproj.io/v1alpha1", "Rollout")).toBeUndefined();
});
