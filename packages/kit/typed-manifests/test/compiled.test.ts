import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "@kit/testing";
import { parseSync } from "oxc-parser";
import { beforeAll, expect, test } from "vitest";
import { compileKit, type CompiledKit } from "@kit/artefact";

let kit: CompiledKit;
beforeAll(async () => {
  kit = await compileKit(repositoryRoot);
});

test("it is made of the rooms that commands and authors need, and of none that only tests do", () => {
  // A new repository has the versions, settings and workflows of this one.
  const ours = /^packages\/kit\/|^docs\/checks\/|^\.github\/workflows\/|^package\.json$|^pnpm-workspace\.yaml$/;
  const forTests = /^packages\/kit\/(artefact|bench|testing|updaters)\//;
  expect(kit.inputs.filter((path) => !ours.test(path) || forTests.test(path))).toEqual([]);
  expect(kit.inputs.filter((path) => /\/(test|node_modules)\/|\.test\.ts$/.test(path))).toEqual([]);
});

test("other packages are imports of what the front depends on, all of it, and of nothing else", () => {
  const { dependencies, peerDependencies } = JSON.parse(
    readFileSync(join(repositoryRoot, "packages/kit/typed-manifests/package.json"), "utf8"),
  ) as Record<"dependencies" | "peerDependencies", Record<string, string>>;
  const imported = modules().flatMap(([path, text]) => importsOf(path, text));
  const packages = imported
    .filter((name) => !/^(?:\.|node:)/.test(name))
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

/**
 * What a module imports, also later, and what it asks of `require` and `import.meta.resolve`. It is parsed: the sources that
 * `pnpm new` writes stand in it as texts.
 */
function importsOf(path: string, text: string): string[] {
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== "object" || node === null) return;
    const { source, callee, arguments: given } = node as Call;
    if (typeof source?.value === "string") names.push(source.value);
    const [first] = given ?? [];
    const called = callee === undefined ? "" : text.slice(callee.start, callee.end);
    const isAsked = /\.resolve$|\(import\.meta\.url\)$/.test(called);
    if (isAsked && typeof first?.value === "string") names.push(first.value);
    Object.values(node).forEach(visit);
  };
  visit(parseSync(path, text).program);
  return names;
}

/** What is read of a node of the syntax tree. */
interface Call {
  readonly source?: { readonly value?: unknown } | null;
  readonly callee?: { readonly start: number; readonly end: number };
  readonly arguments?: readonly { readonly value?: unknown }[];
}
