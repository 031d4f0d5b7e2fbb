import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "@kit/build";
import { temporaryRepository, type TestDirectory } from "@kit/testing";
import { shop } from "./shop.ts";

/** The repository of the examples, built. */
export async function builtRepository(): Promise<TestDirectory> {
  const repository = repositoryWith(shop());
  await build({ root: repository.path, environments: [], env: process.env });
  return repository;
}

/** A repository whose packages find those of `shop` by their names. Its builds compile nothing: `compileAll` does. */
export function repositoryWith(files: Readonly<Record<string, string>>): TestDirectory {
  const repository = temporaryRepository({
    ...files,
    "nothing.ts": "",
    "tsconfig.json": '{ "files": ["nothing.ts"] }\n',
  });
  linkEnvironments(repository.path);
  return repository;
}

/** Lets the packages of a repository find the environments by their name. */
export function linkEnvironments(root: string): void {
  const name = join(root, "node_modules/@shop/environments");
  mkdirSync(dirname(name), { recursive: true });
  symlinkSync(join(root, "packages/shop/environments"), name, "dir");
}

/** Writes files, over those that are there. */
export function put(root: string, files: readonly (readonly [path: string, text: string])[]): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
