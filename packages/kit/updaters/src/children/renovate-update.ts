// Prints why Renovate passes over the image, or nothing.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { RenovateUpdate } from "../renovate-update.ts";

interface Dependency {
  readonly depName: string;
  readonly skipReason?: string;
}
interface Upgrade extends Dependency {
  readonly manager: string;
  readonly packageFile: string;
  readonly depIndex: number;
}
// As far as it is used of Renovate's modules, which have no types of their own.
interface Modules {
  readonly GlobalConfig: { set(config: { readonly localDir: string }): void };
  readonly extractPackageFile: (
    content: string,
    file: string,
    config: object,
  ) => { readonly deps: readonly Dependency[] } | null;
  readonly doAutoReplace: (upgrade: Upgrade, content: string, reuseExistingBranch: boolean) => Promise<string>;
}

const installed = process.argv[2] ?? "";
const { root, packageFile, depName, found } = JSON.parse(process.argv[3] ?? "") as RenovateUpdate;
const { GlobalConfig } = await load("config/global.js");
const { extractPackageFile } = await load("modules/manager/kustomize/index.js");
const { doAutoReplace } = await load("workers/repository/update/branch/auto-replace.js");

GlobalConfig.set({ localDir: root });
const content = readFileSync(join(root, packageFile), "utf8");
const deps = extractPackageFile(content, packageFile, {})?.deps ?? [];
const depIndex = deps.findIndex((one) => one.depName === depName);
const dependency = deps[depIndex];
const reason = dependency === undefined ? "not found" : dependency.skipReason;
if (dependency === undefined || reason !== undefined) {
  process.stdout.write(`${reason}\n`);
} else {
  const upgrade = { ...dependency, ...found, manager: "kustomize", packageFile, depIndex, baseDeps: deps };
  writeFileSync(join(root, packageFile), await doAutoReplace(upgrade, content, false));
}

async function load(path: string): Promise<Modules> {
  return (await import(pathToFileURL(join(installed, "node_modules/renovate/dist", path)).href)) as Modules;
}
