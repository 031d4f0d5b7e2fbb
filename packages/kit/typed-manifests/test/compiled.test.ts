import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { beforeAll, expect, test } from "vitest";
import { compileKit, type CompiledKit } from "@kit/artefact";

let kit: CompiledKit;
beforeAll(async () => {
  kit = await compileKit(repositoryRoot);
});

test("it is made of the rooms that commands and authors need, and of none that only tests do", () => {
  const forTests = /^packages\/kit\/(artefact|bench|testing|updaters)\//;
  expect(kit.inputs.filter((path) => !/^packages\/kit\/|^docs\/checks\//.test(path) || forTests.test(path))).toEqual(
    [],
  );
  expect(kit.inputs.filter((path) => /\/(test|node_modules)\/|\.test\.ts$/.test(path))).toEqual([]);
});

test("other packages are imports of what the front depends on, all of it, and of nothing else", () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(repositoryRoot, "packages/kit/typed-manifests/package.json"), "utf8"),
  ) as Record<"dependencies" | "peerDependencies", Record<string, string>>;
  // Static and dynamic imports, and what is asked of `require` and `import.meta.resolve`.
  const names = /(?:\bfrom |\bimport |\bimport\(|\(import\.meta\.url\)\(|\bresolve\()"([^".][^"\s]*)"/g;
  const imported = modules().flatMap(([, text]) => [...text.matchAll(names)].map(([, name]) => name!));
  const packages = imported
    .filter((name) => !name.startsWith("node:"))
    .map((name) => name.split("/", name.startsWith("@") ? 2 : 1).join("/"));
  expect([...new Set(packages)].toSorted()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(peerDependencies)].toSorted(),
  );
});

test("no path of this machine is in it", () => {
  expect(modules().filter(([, text]) => text.includes(repositoryRoot))).toEqual([]);
});

test("the same sources are the same bytes", async () => {
  expect(await compileKit(repositoryRoot)).toEqual(kit);
});

function modules(): [path: string, text: string][] {
  const scripts = [...kit.files].filter(([path]) => path.endsWith(".js"));
  return scripts.map(([path, content]) => [path, Buffer.from(content).toString("utf8")]);
}
