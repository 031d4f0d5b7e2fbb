import { join } from "node:path";
import { temporaryDirectory } from "@kit/testing";
import { keepFor, keepText, keptFor, keptText } from "@kit/tree";
import { expect, test } from "vitest";

test("a text is kept, in folders that are made for it", () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "a/b");
  expect(keptText(file)).toBeUndefined();
  keepText(file, "one");
  keepText(file, "two");
  expect(keptText(file)).toBe("two");
});

test("a value is there for its own key alone", () => {
  using directory = temporaryDirectory();
  const file = join(directory.path, "cache.json");
  keepFor(file, "one", ["a"]);
  expect([keptFor(file, "one"), keptFor(file, "two")]).toEqual([["a"], undefined]);
});

test.each(["", "{", "null", "[]", '{"key":"one"'])("what is broken is as nothing: %s", (text) => {
  using directory = temporaryDirectory({ cache: text });
  expect(keptFor(join(directory.path, "cache"), "one")).toBeUndefined();
});

test("where nothing can be written, nothing is kept", () => {
  using directory = temporaryDirectory({ "a file": "" });
  const file = join(directory.path, "a file/cache");
  keepText(file, "one");
  expect(keptText(file)).toBeUndefined();
});
