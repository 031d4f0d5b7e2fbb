import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { tasksIn } from "./turbo.ts";

const tasks = tasksIn(repositoryRoot, "turbo run test").filter(({ taskId }) => taskId !== "scripts#test");
const folders = globSync(["packages/*/package.json", "packages/*/*/package.json"], { cwd: repositoryRoot }).map(
  (file) => dirname(file),
);
/** What of `@kit/testing` starts commands, or makes a repository in which the front is imported. */
const ofTheWhole = /\b(?:runScript|startScript|temporaryRepository|exampleRepository)\b/;

test.each(folders)("%s has a task where it has tests", (folder) => {
  const { scripts = {} } = JSON.parse(readFileSync(join(repositoryRoot, folder, "package.json"), "utf8")) as {
    scripts?: Record<string, string>;
  };
  const config = relative(folder, "vitest.package.config.ts");
  expect(scripts["test"]).toBe(testsOf(folder).length === 0 ? undefined : `vitest run --config ${config}`);
});

describe.each(tasks)("$taskId knows what its tests read", ({ directory, inputs, dependencies }) => {
  const known = new Set(Object.keys(inputs).map((path) => join(directory, path)));
  const files = reachedFrom(testsOf(directory));
  const texts = files.map((file) => ({ file, text: readFileSync(join(repositoryRoot, file), "utf8") }));

  test("files that they import of other packages", () => {
    expect(files.filter((file) => !known.has(file))).toEqual([]);
  });

  test("all of the kit where they start commands", () => {
    const starting = texts.filter(({ text }) => ofTheWhole.test(importsOfTesting(text))).map(({ file }) => file);
    const knowsAll = ["@kit/cli", "typed-manifests"].every(
      (name) => dependencies.includes(`${name}#sources`) || directory === `packages/kit/${name.replace("@kit/", "")}`,
    );
    expect(knowsAll ? [] : starting).toEqual([]);
  });

  test("of the root what they name", () => {
    const named = texts.flatMap(({ text }) => [
      ...Array.from(text.matchAll(/\brepositoryRoot, [`"]([^`"$]+)/g), ([, path]) => path!),
      ...Array.from(text.matchAll(/import\.meta\.dirname, "((?:\.\.\/){4,}[^"]*)"/g), ([, path]) => path!),
    ]);
    // What stands in a room comes with its sources.
    const ofRoot = named.filter((path) => !path.startsWith("packages/kit/"));
    expect(ofRoot.filter((path) => ![...known].some((file) => `${file}/`.startsWith(`${path}/`)))).toEqual([]);
  });
});

/** The tests that the task of a package runs. */
function testsOf(folder: string): string[] {
  const all = globSync(`${folder}/test/**/*.test.ts`, { cwd: repositoryRoot });
  return all.filter((file) => !/\.(?:docs|engines|cluster)\.test\.ts$/.test(file));
}

/** Tests, and what they import by relative paths, but for the sources of rooms: the tasks `sources` have those. */
function reachedFrom(tests: readonly string[]): string[] {
  const reached = new Set(tests);
  for (const file of reached) {
    const text = readFileSync(join(repositoryRoot, file), "utf8");
    for (const [, path] of text.matchAll(/^(?:import|export|\} from) (?:[^;]*? )?"(\.[^"]+)";$/gm)) {
      const target = join(dirname(file), path!);
      if (!/^packages\/kit\/[^/]+\/src\//.test(target) && existsSync(join(repositoryRoot, target))) reached.add(target);
    }
  }
  return [...reached];
}

function importsOfTesting(text: string): string {
  return [...text.matchAll(/^import \{([^}]*)\} from "@kit\/testing";$/gm)].map(([, names]) => names).join(",");
}
