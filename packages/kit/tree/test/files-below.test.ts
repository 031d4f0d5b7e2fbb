import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { temporaryDirectory } from "@kit/testing";
import { filesBelow } from "@kit/tree";
import { expect, test } from "vitest";

test("the files below a folder, by their paths from the root", () => {
  using directory = temporaryDirectory({ "a/b/c.txt": "c", "a/b.txt": "b", "a/.hidden": "h", "other/d.txt": "d" });
  mkdirSync(join(directory.path, "a/empty"));
  expect(filesBelow(directory.path, "a")).toEqual([
    ["a/.hidden", "h"],
    ["a/b.txt", "b"],
    ["a/b/c.txt", "c"],
  ]);
});

test("a folder that is missing has none", () => {
  using directory = temporaryDirectory();
  expect(filesBelow(directory.path, "a")).toEqual([]);
});

test.each([
  ["back to its own folder", "."],
  ["to the folder above", ".."],
  ["to another folder", "../other"],
  ["to a file", "../other/d.txt"],
  ["nowhere", "missing"],
  ["to itself", "link"],
])("a link is not followed that leads %s", (_, target) => {
  using directory = temporaryDirectory({ "a/b.txt": "b", "other/d.txt": "d" });
  symlinkSync(target, join(directory.path, "a/link"));
  expect(filesBelow(directory.path, "a")).toEqual([["a/b.txt", "b"]]);
});
