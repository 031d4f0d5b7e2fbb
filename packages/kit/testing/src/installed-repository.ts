import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";
import { temporaryDirectory, type TestDirectory } from "./temporary-directory.ts";

const kit = join(repositoryRoot, "packages/kit");

/** Where packages of a test's repository find what they depend on, without a registry. */
export const kitLinks = {
  "kubernetes-models": `link:${join(kit, "model/node_modules/kubernetes-models")}`,
  "typed-manifests": `link:${join(kit, "typed-manifests")}`,
};

/** A repository in which pnpm installs: with a formatter, and without a system. */
export function installedRepository(
  files: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
): TestDirectory {
  const devDependencies = { "@types/node": installed("@types/node"), oxfmt: installed("oxfmt"), ...kitLinks, ...more };
  return temporaryDirectory({
    "package.json": JSON.stringify({ name: "manifests", private: true, type: "module", devDependencies }),
    "pnpm-workspace.yaml": "packages:\n  - packages/*\n  - packages/*/*\n",
    "tsconfig.json": JSON.stringify({
      extends: join(repositoryRoot, "tsconfig.base.json"),
      include: ["packages/*/src", "packages/*/*/src"],
    }),
    ".oxfmtrc.json": '{ "printWidth": 120, "ignorePatterns": ["generated/", "pnpm-lock.yaml"] }\n',
    ...files,
  });
}

function installed(name: string): string {
  return `link:${join(repositoryRoot, "node_modules", name)}`;
}
