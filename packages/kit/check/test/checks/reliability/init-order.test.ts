import { expect, test } from "vitest";
import { initOrder } from "../../../src/checks/reliability/init-order.ts";
import { judgeTogether, type Facts } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const of = (id: string | undefined, names: readonly string[], facts: Facts & { readonly name?: string } = {}) => {
  const { name = "web", ...rest } = facts;
  const initContainers = names.map((one) => ({ name: one, image: "tools:1" }));
  return { id, manifests: documents(workload({ name, pod: { initContainers } })), ...rest };
};

test.for([
  ["the same order", [of("dev", ["a", "b"]), of("prod", ["a", "b"])]],
  ["one more of them, anywhere", [of("dev", ["a", "b"]), of("prod", ["x", "a", "y", "b", "z"])]],
  ["none in one", [of("dev", ["a", "b"]), of("prod", [])]],
  ["another workload", [of("dev", ["a", "b"]), of("prod", ["b", "a"], { name: "api" })]],
  ["another package", [of("dev", ["a", "b"], { source: "a.ts" }), of("prod", ["b", "a"], { source: "b.ts" })]],
  ["a preview", [of("dev", ["a", "b"]), of("pull", ["b", "a"], { copies: 3 })]],
  ["files of no environment", [of(undefined, ["a", "b"]), of(undefined, ["b", "a"])]],
] as const)("passes %s", ([, environments]) => {
  expect(judgeTogether(initOrder, environments)).toEqual([]);
});

test("finds another order, once in each environment that has one", () => {
  const environments = [
    of("dev", ["wait", "migrate"]),
    of("stage", ["wait", "migrate"]),
    of("prod", ["migrate", "wait"]),
  ];
  expect(judgeTogether(initOrder, environments)).toMatchInlineSnapshot(`
    [
      "warning Deployment shop/web spec.template.spec.initContainers: its init containers run in the order migrate, wait, and in the environment dev in the order wait, migrate; bring them into one order: what a patch adds to the list stands where kustomize puts it",
    ]
  `);
});
