import { runOnCopies } from "@kit/testing";
import { expect, test } from "vitest";
import { reviewStation } from "../src/index.ts";

function deployment(image: string, replicas: number, name = "cart"): string {
  const containers = [{ name: "main", image }];
  const spec = {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: { containers } },
  };
  return JSON.stringify({ apiVersion: "apps/v1", kind: "Deployment", metadata: { name }, spec });
}

const where = "generated/rendered/dev/deployment-cart.yaml";
const source = { file: "packages/shop/cart/src/index.ts", changed: true };
const inputs = {
  base: "main",
  head: "HEAD",
  sides: ["dev", "prod"].map((environment) => ({
    environment,
    before: [{ where, text: deployment("cart:1.0.0", 3), source }],
    after: [
      { where, text: deployment("cart:2.0.0", 2), source },
      { where, text: deployment("new:1.0.0", 2, "new") },
    ],
    overlay: { file: `overlays/${environment}/kustomization.yaml`, changed: true, images: ["cart"] },
  })),
};

test("a review is of plain data, the same each time", () => {
  const [own, ofCopy, again] = runOnCopies(reviewStation.run, inputs);
  expect(own.environments.map(({ changes }) => changes.map((change) => [change.id.name, change.class]))).toEqual([
    [
      ["cart", "caution"],
      ["new", "routine"],
    ],
    [
      ["cart", "caution"],
      ["new", "routine"],
    ],
  ]);
  expect(ofCopy).toEqual(own);
  expect(again).toEqual(own);
});

test("a different document gives a different key", () => {
  const [dev, prod] = inputs.sides;
  const other = { ...inputs, sides: [dev!, { ...prod!, after: [] }] };
  expect(reviewStation.keyOf(structuredClone(inputs))).toBe(reviewStation.keyOf(inputs));
  expect(reviewStation.keyOf(other)).not.toBe(reviewStation.keyOf(inputs));
});
