import { join } from "node:path";
import { defaulted } from "@kit/kube";
import { expect, test } from "vitest";
import { readRecording } from "../recorded/recording.ts";
import type { Data } from "../recorded/server.ts";
import { keptOf } from "./kept.ts";
import { objects } from "./objects.ts";

const recorded = readRecording<Data>(join(import.meta.dirname, "recorded.json"));

test("every object is recorded, and nothing else", () => {
  expect(Object.keys(objects)).toEqual(Object.keys(recorded));
});

test.each(Object.entries(objects))("%s is filled in as the server does", (name, object) => {
  expect(keptOf(object, defaulted(object))).toEqual(recorded[name]);
});

test.each(Object.entries(recorded))("what the server has made of %s stays", (_, object) => {
  expect(defaulted(object)).toEqual(defaulted(defaulted(object)));
});
