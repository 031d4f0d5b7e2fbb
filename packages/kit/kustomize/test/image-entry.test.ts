import { run } from "@kit/programs";
import { temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { applyEntry, imageEntry } from "../src/index.ts";

test.each([
  { name: "a", newtag: "2" },
  { name: "a", newTag: "1", newtag: "2" },
  { name: "a", newtag: "2", newTag: "1" },
  { NAME: "a", Newname: "b", NEWTAG: "3" },
])("the keys of %j are read as kustomize reads them", async (entry) => {
  using directory = temporaryDirectory({
    "kustomization.yaml": JSON.stringify({ resources: ["pod.yaml"], images: [entry] }),
    "pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: a}]}\n",
  });
  const { stdout } = await run("kubectl", ["kustomize", directory.path], {});
  expect(applyEntry("a", imageEntry(entry))).toBe(/image: (.*)/.exec(stdout)?.[1]);
});
