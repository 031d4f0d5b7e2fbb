import { describe, expect, test } from "vitest";
import { meetsOfNode, selects, selectsPods } from "../src/index.ts";

const labels = { app: "web", tier: "front", size: "8" };

describe("a label selector", () => {
  test("that is not there takes nothing, and an empty one everything", () => {
    expect([undefined, null, {}, { matchLabels: {}, matchExpressions: [] }].map((one) => selects(one, labels))).toEqual(
      [false, false, true, true],
    );
  });

  test("takes what has all its labels and meets all its conditions", () => {
    expect(selects({ matchLabels: { app: "web", tier: "front" } }, labels)).toBe(true);
    expect(selects({ matchLabels: { app: "web", tier: "back" } }, labels)).toBe(false);
    expect(selects({ matchLabels: { constructor: "web" } }, labels)).toBe(false);
    const isWeb = { key: "app", operator: "In", values: ["web", "api"] };
    const isBack = { key: "tier", operator: "In", values: ["back"] };
    expect(selects({ matchLabels: { app: "web" }, matchExpressions: [isWeb] }, labels)).toBe(true);
    expect(selects({ matchLabels: { app: "web" }, matchExpressions: [isWeb, isBack] }, labels)).toBe(false);
  });

  test.for([
    ["In", true, false],
    ["NotIn", false, true],
    ["Exists", true, false],
    ["DoesNotExist", false, true],
    // The API has no such operators here: the whole selector says nothing then.
    ["Gt", false, false],
    ["Lt", false, false],
    ["in", false, false],
    ["Equals", false, false],
    ["", false, false],
    [undefined, false, false],
  ] as const)("with %s: %s where the label is there, %s where it is not", ([operator, there, missing]) => {
    const condition = (key: string) => ({ matchExpressions: [{ key, operator, values: ["web"] }] });
    expect([selects(condition("app"), labels), selects(condition("none"), labels)]).toEqual([there, missing]);
  });
});

test("a Service's selector that names nothing takes no pod", () => {
  const wanted = [{ app: "web" }, { app: "web", tier: "back" }, {}, undefined, null];
  expect(wanted.map((one) => selectsPods(one, labels))).toEqual([true, false, false, false, false]);
  expect(selectsPods({ app: "web" }, undefined)).toBe(false);
});

test.for([
  ["Gt", ["7"], true],
  ["Gt", ["8"], false],
  ["Lt", ["+9"], true],
  ["Lt", ["-9"], false],
  ["Gt", [], false],
  ["Gt", ["1", "2"], false],
  ["Gt", ["seven"], false],
  ["Lt", ["9223372036854775807"], true],
  ["Lt", ["9223372036854775808"], false],
  ["In", ["8"], true],
  ["Between", ["7", "9"], false],
] as const)("a node of size 8 meets size %s %j: %s", ([operator, values, is]) => {
  expect(meetsOfNode({ key: "size", operator, values }, labels)).toBe(is);
});

test("what is no number is neither greater nor less", () => {
  for (const operator of ["Gt", "Lt"]) {
    expect(meetsOfNode({ key: "app", operator, values: ["0"] }, labels)).toBe(false);
    expect(meetsOfNode({ key: "none", operator, values: ["0"] }, labels)).toBe(false);
  }
});
