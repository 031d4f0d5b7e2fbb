// Needs the control plane's programs: `pnpm test:cluster packages/kit/kube`. With RECORD=1 it writes what is recorded.
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecording, writeRecording } from "../recorded/recording.ts";
import { startServer } from "../recorded/server.ts";
import { ask, type Outcome } from "./ask.ts";
import { rolloutPairs } from "./pairs.ts";

const file = join(import.meta.dirname, "recorded.json");

test("the controllers do with each pair what is recorded", { timeout: 1_200_000 }, async () => {
  await using server = await startServer(["controllers"]);
  const left = rolloutPairs().entries();
  const said: Record<string, Outcome> = {};
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const [, pair] of left) said[pair.name] = await ask(server, pair);
    }),
  );
  const inOrder = Object.fromEntries(rolloutPairs().map(({ name }) => [name, said[name]]));
  if (process.env["RECORD"] === "1") writeRecording(file, inOrder);
  expect(inOrder).toEqual(readRecording(file));
});
