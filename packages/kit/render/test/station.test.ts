import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { runOnCopies, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { findKustomize, overlayInputs, readOverlay, renderStation } from "../src/index.ts";
import { engineIdentity } from "../src/station.ts";

const engine = await findKustomize({ env: process.env });
const files = {
  "generated/bases/shop/cart/kustomization.yaml": "resources: [pod.yaml]\n",
  "generated/bases/shop/cart/pod.yaml":
    'apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\nspec: {containers: [{name: cart, image: "cart:1"}]}\n',
  "overlays/dev/kustomization.yaml":
    'resources: [../../generated/bases/shop/cart]\nimages: [{name: cart, newTag: "2"}]\ncommonLabels: {app: cart}\n',
};

test("an overlay is rendered from plain data, the same each time", async () => {
  using directory = temporaryDirectory(files);
  const { path } = directory;
  const inputs = {
    overlay: readOverlay(path, "dev"),
    texts: overlayInputs(path, "dev"),
    engine: engineIdentity(engine),
  };
  const edge = { directory: path, engine, env: process.env };
  const [own, ofCopy, again] = await Promise.all(runOnCopies((values) => renderStation.run(values, edge), inputs));
  expect(own.documents.map(({ text }) => text)).toEqual([
    "apiVersion: v1\nkind: Pod\nmetadata:\n  labels:\n    app: cart\n  name: cart\nspec:\n  containers:\n  - image: cart:2\n    name: cart\n",
  ]);
  expect(own).toMatchObject({ warning: expect.stringContaining("commonLabels") as string, problems: [] });
  expect(ofCopy).toEqual(own);
  expect(again).toEqual(own);
});

test("its key is that of every file that kustomize reads, and of kustomize", () => {
  using directory = temporaryDirectory({ ...files, "overlays/other/kustomization.yaml": "resources: []\n" });
  const { path } = directory;
  const keyOf = (version = engine.version): string =>
    renderStation.keyOf({
      overlay: readOverlay(path, "dev"),
      texts: overlayInputs(path, "dev"),
      engine: { ...engineIdentity(engine), version },
    });
  const before = keyOf();
  writeFileSync(join(path, "overlays/other/kustomization.yaml"), "resources: [a.yaml]\n");
  expect(keyOf()).toBe(before);
  expect(keyOf("0.0.1")).not.toBe(before);
  writeFileSync(join(path, "generated/bases/shop/cart/pod.yaml"), "");
  expect(keyOf()).not.toBe(before);
});
