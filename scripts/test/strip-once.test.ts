import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot, temporaryDirectory, type TemporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";

const cache = "node_modules/.cache/manifests/_stripped.json";

/** A repository with a command that loads a module of the kit and one of a system. */
function repository(): TemporaryDirectory {
  const directory = temporaryDirectory({
    "package.json": '{ "type": "module" }\n',
    "scripts/greet.ts": `import { greeting } from "../packages/kit/hello/src/index.ts";
import { name } from "../packages/shop/cart/src/index.ts";
const text: string = greeting(name);
console.log(text);
`,
    "packages/kit/hello/src/index.ts": "export const greeting = (name: string): string => `Hello ${name}`;\n",
    "packages/shop/cart/src/index.ts": 'export const name: string = "cart";\n',
  });
  for (const file of ["start.mjs", "lib/strip-once.mjs"]) {
    cpSync(join(repositoryRoot, "scripts", file), join(directory.path, "scripts", file));
  }
  return directory;
}

function greet({ path }: TemporaryDirectory): string {
  const env = { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" };
  return execFileSync(process.execPath, ["scripts/start.mjs", "greet"], { cwd: path, encoding: "utf8", env });
}

function kept({ path }: TemporaryDirectory): string[] {
  const { modules } = JSON.parse(readFileSync(join(path, cache), "utf8")) as { modules: [string, string][] };
  return modules.map(([, text]) => text);
}

test("keeps the kit's sources and the commands as they are stripped, and nothing of a system", () => {
  using own = repository();
  expect(greet(own)).toBe("Hello cart\n");
  expect(kept(own).toSorted()).toEqual([
    "export const greeting = (name        )         => `Hello ${name}`;\n",
    `import { greeting } from "../packages/kit/hello/src/index.ts";
import { name } from "../packages/shop/cart/src/index.ts";
const text         = greeting(name);
console.log(text);
`,
  ]);
  expect(greet(own)).toBe("Hello cart\n");
});

test("takes what it has kept, until the source is another", () => {
  using own = repository();
  greet(own);
  const file = join(own.path, cache);
  writeFileSync(file, readFileSync(file, "utf8").replace("Hello", "Kept for"));
  expect(greet(own)).toBe("Kept for cart\n");
  const source = "packages/kit/hello/src/index.ts";
  own.write({ [source]: "export const greeting = (name: string): string => `Good day ${name}`;\n" });
  expect(greet(own)).toBe("Good day cart\n");
});

test("of another Node, broken, or nowhere to keep: it is stripped again", () => {
  using own = repository();
  const file = join(own.path, cache);
  greet(own);
  writeFileSync(file, readFileSync(file, "utf8").replace("Hello", "Kept for").replace(process.version, "v24.0.0"));
  expect(greet(own)).toBe("Hello cart\n");
  writeFileSync(file, "{");
  expect(greet(own)).toBe("Hello cart\n");
  using other = repository();
  mkdirSync(join(other.path, "node_modules"));
  writeFileSync(join(other.path, "node_modules/.cache"), "a file where a folder should be");
  expect(greet(other)).toBe("Hello cart\n");
});
