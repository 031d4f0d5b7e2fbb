import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { repositoryRoot, temporaryDirectory } from "@kit/testing";
import { benchBuild, type BuildResult } from "./bench-build.ts";
import { inTurns, type Measurement, type Turns } from "./measurement.ts";
import { plainEnvironment, runMeasured, runTimed, runToEnd } from "./processes.ts";

// What a clone does not have.
const left = new Set(["node_modules", ".git", ".turbo", "dist"]);

/** This repository's own commands, as people start them. */
export interface OwnResult extends BuildResult {
  readonly check: Measurement;
  /** Of one changed file, without pnpm. */
  readonly review: Measurement;
  /** `check --help` without pnpm. */
  readonly help: Measurement;
  /** A package's `import "typed-manifests"` alone. */
  readonly front: Measurement;
}

/** Measures `pnpm build`, `pnpm check` and `pnpm review` of this repository, in a copy with its own installed dependencies. */
export async function benchOwn(turns: Turns): Promise<OwnResult> {
  using copy = temporaryDirectory();
  cpSync(repositoryRoot, copy.path, { recursive: true, filter: (source) => !left.has(basename(source)) });
  const install = ["install", "--frozen-lockfile", "--prefer-offline"];
  await runToEnd("pnpm", install, { cwd: copy.path, env: plainEnvironment() });
  const build = await benchBuild(copy.path, turns, (root) => runTimed("pnpm", ["build"], root));
  await commitAndChange(copy.path);
  const { check, review, help, front } = await inTurns(turns, {
    check: () => runTimed("pnpm", ["check"], copy.path),
    review: () => runTimed(process.execPath, [join(copy.path, kit, "bin/start.mjs"), "review", "HEAD"], copy.path),
    help: () => runTimed(process.execPath, [join(copy.path, kit, "bin/start.mjs"), "check", "--help"], copy.path),
    front: () => runMeasured(["--input-type=module", "--eval", importOf(join(copy.path, kit, "dist/index.js"))]),
  });
  return { ...build, check, review, help, front };
}

const kit = "packages/kit/typed-manifests";

/** A program that prints what it takes to import a module. */
function importOf(module: string): string {
  return `const start = performance.now();
await import(${JSON.stringify(pathToFileURL(module).href)});
console.log(JSON.stringify({ ms: performance.now() - start }));`;
}

/** What the review compares: a commit, and one value that differs since. */
async function commitAndChange(root: string): Promise<void> {
  const author = ["-c", "user.name=bench", "-c", "user.email=bench@localhost"];
  for (const args of [
    ["init", "--quiet"],
    ["add", "generated", "overlays", "packages"],
    [...author, "commit", "--quiet", "-m", "Base"],
  ]) {
    await runToEnd("git", args, { cwd: root, env: plainEnvironment() });
  }
  const [first] = globSync("generated/rendered/**/10-configmap-*.yaml", { cwd: root }).toSorted();
  if (first === undefined) throw new Error("nothing to change: no environment has a ConfigMap");
  const file = join(root, first);
  writeFileSync(file, readFileSync(file, "utf8").replace(/^(data:\n {2}\S+: ).*$/m, "$1changed"));
}
