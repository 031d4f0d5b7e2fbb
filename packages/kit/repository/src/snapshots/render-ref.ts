import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { EnvironmentFailure, exitCodes, UserError } from "@kit/errors";
import { filesBelow } from "@kit/tree";
import { progress } from "@kit/terminal";
import { provideDependencies } from "./worktree-dependencies.ts";
import { addWorktree, type Worktree } from "./worktree.ts";

/**
 * What a ref's own build makes of its packages: its files below generated/ and overlays/, by path. It is checked out
 * in a temporary git worktree, which is removed in any case.
 *
 * @throws UserError where it has nothing to build, or does not build: with what its build said.
 * @throws EnvironmentFailure where git, pnpm or the machine fail.
 */
export async function renderRef(root: string, ref: string): Promise<Map<string, string>> {
  progress(`${ref} has no generated/rendered: building it in a temporary worktree`);
  using worktree = addWorktree(root, ref);
  const command = buildCommand(worktree.path, ref);
  await provideDependencies(root, worktree);
  await build(worktree, ref, command);
  return new Map(["generated", "overlays"].flatMap((folder) => filesBelow(worktree.path, folder)));
}

/** The script `build` of its package.json: as a reader would run it there. */
function buildCommand(path: string, ref: string): string {
  if (!existsSync(join(path, "packages"))) throw notBuilt(ref, `the ref ${ref} has no packages, so nothing to render`);
  const file = join(path, "package.json");
  const text = existsSync(file) ? readFileSync(file, "utf8") : "{}";
  const { scripts = {} } = JSON.parse(text) as { readonly scripts?: Readonly<Record<string, string>> };
  const command = scripts["build"];
  if (command !== undefined) return command;
  throw notBuilt(ref, `the ref ${ref} has no build: its package.json has no script "build"`);
}

async function build(worktree: Worktree, ref: string, command: string): Promise<void> {
  // Its own programs, as pnpm puts them there, with the Node that runs this.
  const programs = [join(worktree.path, "node_modules/.bin"), dirname(process.execPath), process.env["PATH"] ?? ""];
  const env = { ...process.env, PATH: programs.join(delimiter) };
  const { exitCode, output } = await worktree.run("sh", ["-c", command], env);
  // A check that finds something is no matter of the build.
  const isBuilt = exitCode === exitCodes.ok || exitCode === exitCodes.finding;
  if (isBuilt && existsSync(join(worktree.path, "generated/rendered"))) return;
  const said = output.replaceAll(`${worktree.path}/`, "").trim();
  const lines = (said === "" ? "(nothing)" : said).replaceAll(/^/gm, "  ");
  const what = `the ref ${ref} does not build. Its own build says:\n${lines}`;
  if (exitCode !== exitCodes.environmentFailure) throw notBuilt(ref, what);
  throw new EnvironmentFailure("subprocess-failed", what, "correct what the build names, then start again");
}

function notBuilt(ref: string, what: string): UserError {
  const next = "name another ref, or compare two directories of manifests: pnpm review A B";
  return new UserError({ code: "ref-not-built", what, where: ref, next });
}
