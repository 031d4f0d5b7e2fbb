import { expect, test } from "vitest";
import { at, fieldText } from "../src/index.ts";

test("a place is found in maps by their own fields, and in lists by numbers alone, also as text", () => {
  const value = { items: [{ name: "a" }], toString: "own" };
  const places = [
    ["items", 0, "name"],
    ["items", "0", "name"],
    ["items", "length"],
    ["valueOf"],
    ["toString"],
    ["items", 1],
  ];
  expect(places.map((path) => at(value, ...path))).toEqual(["a", "a", undefined, undefined, "own", undefined]);
});

test("a field is quoted in a path where it would not be read as one", () => {
  expect(["name", "9a", "app.kubernetes.io/name"].map((name) => `labels${fieldText(name, false)}`)).toEqual([
    "labels.name",
    'labels["9a"]',
    'labels["app.kubernetes.io/name"]',
  ]);
});
