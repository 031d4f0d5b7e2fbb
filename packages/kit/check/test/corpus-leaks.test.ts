import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findLeaks } from "@kit/leaks/scan";
import { expect, test } from "vitest";

test("no secret is seen in the examples of the checks", async () => {
  const directory = join(import.meta.dirname, "corpus");
  const files = readdirSync(directory).filter((file) => file.endsWith(".yaml"));
  const texts = files.map((file): [string, string] => [file, readFileSync(join(directory, file), "utf8")]);
  expect(files).not.toEqual([]);
  expect(await findLeaks(texts)).toEqual([]);
});
