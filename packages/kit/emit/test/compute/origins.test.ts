import type { JsonObject } from "@kit/kube";
import { expect, test } from "vitest";
import { originAt } from "../../src/index.ts";
import { compute } from "./computed.ts";

const deployment: JsonObject = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "web" },
  spec: {
    replicas: 1,
    template: {
      spec: { containers: [{ name: "web", image: "web", env: [{ name: "A" }, { name: "B" }, { name: "C" }] }] },
    },
  },
};
const env = ["spec", "template", "spec", "containers", 0, "env"];

/** Who set what is at a place: `base`, or the line of a change. */
function by(changes: readonly object[], path: readonly (string | number)[]): string | undefined {
  const { origins, problems } = compute(deployment, ...changes);
  expect(problems).toEqual([]);
  const origin = originAt(origins, path);
  return origin?.type === "change" ? `${origin.helper ?? "configure"} ${origin.at}` : origin?.type;
}

function change(line: number, entries: readonly object[], helper?: string): object {
  const delta = { spec: { template: { spec: { containers: [{ name: "web", env: entries }] } } } };
  return helper === undefined ? { delta, line } : { delta, line, helper };
}

const at = (line: number): string => `packages/shop/cart/src/index.ts:${line}:5`;

test("a value is its base's, until a change sets it", () => {
  const changes = [
    change(3, [
      { name: "B", value: "b" },
      { name: "D", value: "d" },
    ]),
    change(7, [{ name: "E", value: "e" }], "protectInProduction"),
  ];
  expect(by(changes, ["spec", "replicas"])).toBe("base");
  expect(by(changes, [...env, 0])).toBe("base");
  expect(by(changes, [...env, 1, "name"])).toBe("base");
  expect(by(changes, [...env, 1, "value"])).toBe(`configure ${at(3)}`);
  // Helpers come first, so D follows E.
  expect(by(changes, [...env, 3])).toBe(`protectInProduction ${at(7)}`);
  expect(by(changes, [...env, 3, "value"])).toBe(`protectInProduction ${at(7)}`);
  expect(by(changes, [...env, 4, "value"])).toBe(`configure ${at(3)}`);
});

test("a place is that of now, when entries before it are gone", () => {
  const changes = [change(1, [{ name: "C", value: "c" }]), change(2, [{ $remove: { name: "A" } }])];
  expect(by(changes, [...env, 0])).toBe("base");
  expect(by(changes, [...env, 1, "value"])).toBe(`configure ${at(1)}`);
});

test("what configure sets over a helper is its own, and a whole list is of who gives it", () => {
  expect(
    by(
      [change(1, [{ name: "A", value: "a" }], "protectInProduction"), change(2, [{ name: "A", value: "b" }])],
      [...env, 0, "value"],
    ),
  ).toBe(`configure ${at(2)}`);
  const whole = {
    delta: { spec: { template: { spec: { containers: [{ name: "web", env: { $whole: [{ name: "X" }] } }] } } } },
    line: 9,
  };
  expect(by([change(1, [{ name: "A", value: "a" }], "protectInProduction"), whole], [...env, 0, "name"])).toBe(
    `configure ${at(9)}`,
  );
});
