import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { expect, test } from "vitest";

// The kit is for anybody's systems: the samples can be deleted, and nobody meets their names in a message.
const samples = /todo-?app|two-?tier|todo-(?:backend|frontend)|frontend-(?:web|chatbot)|todo\.example/i;

/** How a test would read what this repository itself deploys. */
const own = /repositoryRoot,\s*["`](?:generated|overlays|packages\/(?!kit))|cwd: repositoryRoot/;
/** These are for the tests of the systems. */
const mayReadOwn = [
  "packages/kit/testing/src/rendered/capacity-of.ts",
  "packages/kit/testing/src/rendered/objects-of.ts",
];

const files = globSync("packages/kit/**/*.{ts,mjs,json,yaml,yml,md,go,snap,html,css}", {
  cwd: repositoryRoot,
  // Installed, or compiled of what is read here, and of docs/.
  exclude: (path) => ["node_modules", "dist"].includes(basename(path)),
}).toSorted();
const lines = files.flatMap((file) =>
  readFileSync(join(repositoryRoot, file), "utf8")
    .split("\n")
    .map((line, index) => ({ file, line, place: `${file}:${index + 1}` })),
);

test("no file of the kit names a sample system", () => {
  expect(files.length).toBeGreaterThan(500);
  expect(lines.filter(({ line }) => samples.test(line)).map(({ place }) => place)).toEqual([]);
});

test("no test of the kit reads this repository's systems, overlays or generated/", () => {
  const found = lines.filter(({ file, line }) => own.test(line) && !mayReadOwn.includes(file));
  expect(found.map(({ place }) => place)).toEqual([]);
});
