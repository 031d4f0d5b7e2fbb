import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { locateOnPath } from "@kit/programs";
import { load } from "js-yaml";
import { progress } from "@kit/terminal";
import type { Worktree } from "./worktree.ts";

/**
 * Gives a worktree the dependencies that its lockfile names: those of this repository by links where both have one
 * lockfile, which takes no time; else pnpm installs them, from its store as far as it has them.
 *
 * @throws EnvironmentFailure where there is no pnpm, or it fails.
 */
export async function provideDependencies(root: string, worktree: Worktree): Promise<void> {
  const [own, others] = [root, worktree.path].map((folder) => readIfThere(join(folder, "pnpm-lock.yaml")));
  if (own !== others || !existsSync(join(root, "node_modules"))) await install(worktree);
  else link(root, worktree.path, own === undefined ? [] : packageFolders(own));
}

function link(root: string, path: string, packages: readonly string[]): void {
  mkdirSync(join(path, "node_modules"));
  // The cache is what this repository's own builds remember.
  for (const entry of readdirSync(join(root, "node_modules")).filter((name) => name !== ".cache")) {
    symlinkSync(join(root, "node_modules", entry), join(path, "node_modules", entry));
  }
  // Their links are relative, and lead to the worktree's own packages.
  for (const folder of packages) {
    const dependencies = join(root, folder, "node_modules");
    if (!existsSync(dependencies)) continue;
    cpSync(dependencies, join(path, folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  }
}

/** The packages that a lockfile knows, but the root itself. */
function packageFolders(lockfile: string): string[] {
  const { importers = {} } = load(lockfile) as { readonly importers?: Readonly<Record<string, unknown>> };
  return Object.keys(importers).filter((folder) => folder !== ".");
}

async function install(worktree: Worktree): Promise<void> {
  const pnpm = locateOnPath("pnpm", process.env);
  const next = "install pnpm, or check the ref out, build it, and compare two directories: pnpm review A B";
  if (pnpm === undefined) {
    const what = "the ref has other dependencies than the working tree, and there is no pnpm on PATH to install them";
    throw new EnvironmentFailure("subprocess-failed", what, next);
  }
  progress("its lockfile differs: installing its dependencies");
  const args = ["install", "--frozen-lockfile", "--prefer-offline", "--reporter=append-only"];
  const { exitCode, output } = await worktree.run(pnpm, args, { ...process.env, CI: "true" });
  if (exitCode === 0) return;
  const what = `pnpm could not install the ref's dependencies:\n${lastLines(output)}`;
  throw new EnvironmentFailure("subprocess-failed", what, "correct what pnpm names, then start again");
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-20).join("\n");
}

function readIfThere(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
