// Needs Go: `pnpm test:engines packages/kit/schema`.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareCodec } from "@kit/control-plane";
import { allKinds } from "@kit/schema";
import { formatDefaults, makeDefaults } from "@kit/schema/make";
import { expect, test } from "vitest";

test("the committed table is what the server's decoder fills in", async () => {
  const go = process.env["GO_PROGRAM"] ?? "go";
  const codec = await prepareCodec({ go, env: process.env, onProgress: console.error });
  const goTypes = await codec.types();
  const table = await makeDefaults({ goTypes, answers: codec.answers, kinds: allKinds() });
  const committed = readFileSync(join(import.meta.dirname, "../data/defaults.json"), "utf8");
  expect(formatDefaults(table) === committed).toBe(true);
});
