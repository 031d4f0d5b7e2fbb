import { join } from "node:path";
import { rollout } from "@kit/kube";
import { expect, test } from "vitest";
import { readRecording } from "../recorded/recording.ts";
import type { Outcome } from "./ask.ts";
import { rolloutPairs } from "./pairs.ts";

const recorded = readRecording<Outcome>(join(import.meta.dirname, "recorded.json"));

test("every pair is recorded, and nothing else", () => {
  expect(rolloutPairs().map(({ name }) => name)).toEqual(Object.keys(recorded));
});

test("what happens to pods is what the control plane did", () => {
  const said = rolloutPairs().map(({ name, before, after }) => {
    const { changes, pods } = rollout(before, after)!;
    if (pods.type === "refused") return [name, "refused"];
    const kind = String(after["kind"]);
    const isCounted = kind !== "Job" && kind !== "CronJob";
    const revision = pods.type !== "stay" && !(pods.type === "wait" && pods.for === "resume");
    return [name, { generation: changes, ...(isCounted ? { revision } : {}) }];
  });
  const facts = Object.entries(recorded).map(([name, one]) => [name, "refused" in one ? "refused" : one]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(facts));
});
