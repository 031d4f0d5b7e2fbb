// Needs the control plane's programs: `pnpm test:cluster packages/kit/kube`. With RECORD=1 it writes what is recorded.
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecording, writeRecording } from "../recorded/recording.ts";
import { startServer, type Data } from "../recorded/server.ts";
import { keptOf } from "./kept.ts";
import { objects } from "./objects.ts";

const file = join(import.meta.dirname, "recorded.json");

test("the server fills in what is recorded", async () => {
  await using server = await startServer([]);
  const said: Record<string, Data> = {};
  for (const [name, object] of Object.entries(objects)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a refusal names its object
    const { status, body } = await server.apply(object, "&dryRun=All&fieldValidation=Strict");
    expect([name, status < 300 || body["message"]]).toEqual([name, true]);
    said[name] = keptOf(object, body);
  }
  if (process.env["RECORD"] === "1") writeRecording(file, said);
  expect(said).toEqual(readRecording(file));
});
