// Needs programs that Go builds: `pnpm test:engines` does, and names them in the environment.
import { expect, test } from "vitest";
import { placedBy } from "./placed-by.ts";

test.for(["KUSTOMIZE_PINNED", "KUSTOMIZE_OLDEST"])("every kind is placed by %s as its scope says", async (name) => {
  const file = process.env[name];
  if (file === undefined) throw new Error(`${name} is not set: run pnpm test:engines`);
  const { given, wanted } = await placedBy(file, ["build"]);
  expect(given).toEqual(wanted);
});
