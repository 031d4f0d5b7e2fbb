import { plan } from "@kit/gitops";
import { gitopsFiles } from "@kit/gitops/files";
import { gitopsStation } from "@kit/gitops/station";
import { runOnCopies } from "@kit/testing";
import { expect, test } from "vitest";
import { dev, full, prod, staging } from "./example.ts";

const at = { where: "packages/gitops", entry: "packages/gitops/src/index.ts" };

test("the objects are made of plain data, the same each time", async () => {
  const inputs = { ...at, definition: full, environments: [dev, prod, staging] };
  const [own, ofCopy, again] = await Promise.all(runOnCopies(gitopsStation.run, inputs));
  expect(own).toEqual({ files: gitopsFiles(plan(full, inputs.environments), at.where), problems: [] });
  expect(ofCopy).toEqual(own);
  expect(again).toEqual(own);
});

test("where two environments would meet, nothing is made", async () => {
  const twin = { ...dev, id: prod.id };
  const { files, problems } = await gitopsStation.run({ ...at, definition: full, environments: [dev, twin] });
  expect(files).toEqual(new Map());
  expect(problems.map(({ code, where }) => [code, where])).toEqual([["gitops-value", at.entry]]);
});

function keyOf(environments: readonly (typeof dev)[]): string {
  return gitopsStation.keyOf({ ...at, definition: full, environments });
}

test("an environment with a different object has a different key", () => {
  expect(keyOf(structuredClone([dev, prod]))).toBe(keyOf([dev, prod]));
  expect(keyOf([{ ...dev, objects: dev.objects.slice(1) }, prod])).not.toBe(keyOf([dev, prod]));
});
