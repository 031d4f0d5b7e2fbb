import { expect, test } from "vitest";
import { compare } from "./edits.ts";
import { immutableCases } from "./immutable-cases.ts";

test.each(immutableCases.map((one) => [one.name, one] as const))("%s", (_, { before, after, refused }) => {
  const changes = compare(before, after).environments[0]!.changes;
  const found = changes.flatMap(({ findings }) => findings).some(({ risk }) => risk === "immutable-field");
  expect({ changes: changes.length, found }).toEqual({ changes: 1, found: refused });
});
