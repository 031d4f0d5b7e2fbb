import { mkdirSync, readdirSync, realpathSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { takeTypeChecks } from "./type-checks.ts";
import { temporaryDirectory, type TestDirectory } from "./temporary-directory.ts";

/** This repository's root. */
export const repositoryRoot = realpathSync(join(import.meta.dirname, "../../../.."));

/**
 * A repository of its own for one test, in which the commands of this one run.
 *
 * It has what every such repository has (workspace file, tsconfig, dependencies by links), and the given files.
 */
export function temporaryRepository(files: Readonly<Record<string, string>>): TestDirectory {
  const repository = temporaryDirectory({
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n  - packages/*/*\n",
    "package.json": '{ "name": "manifests", "private": true, "type": "module" }\n',
    "tsconfig.json": JSON.stringify({
      extends: join(repositoryRoot, "tsconfig.base.json"),
      include: ["packages/*/src", "packages/*/*/src"],
    }),
    ...files,
  });
  const model = join(repositoryRoot, "packages/kit/model");
  link(join(model, "node_modules/kubernetes-models"), join(repository.path, "node_modules/kubernetes-models"));
  link(join(model, "node_modules/valibot"), join(repository.path, "node_modules/valibot"));
  link(join(repositoryRoot, "node_modules/@types/node"), join(repository.path, "node_modules/@types/node"));
  link(join(repositoryRoot, "packages/kit/typed-manifests"), join(repository.path, "node_modules/typed-manifests"));
  for (const room of readdirSync(join(repositoryRoot, "packages/kit"))) {
    link(join(repositoryRoot, "packages/kit", room), join(repository.path, "node_modules/@kit", room));
  }
  takeTypeChecks(repository.path);
  return repository;
}

/** Links a folder, where it really is, to a path. */
export function link(target: string, path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(realpathSync(target), path, "dir");
}
