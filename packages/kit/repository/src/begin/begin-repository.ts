import { copyFileSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { EnvironmentFailure, UserError } from "@kit/errors";
import { undoAtEnd } from "@kit/programs";
import type { FilePlan } from "@kit/scaffold";
import { gitIn } from "../git/git.ts";
import { writePlan } from "../plans/write-plan.ts";

/** What a new repository begins with. */
interface Beginning {
  /** Absolute: not there, or empty. */
  readonly directory: string;
  readonly plan: FilePlan;
  /** A file that is not text: where it is, and where it goes below the directory. */
  readonly copy: { readonly from: string; readonly to: string };
}

/**
 * Makes the directory with all its files, or leaves all as it was.
 *
 * @returns Whether git was started in it: it is not where the directory lies in a repository already, nor without git.
 * @throws EnvironmentFailure where the disk refuses.
 */
export function beginRepository({ directory, plan, copy }: Beginning): "started" | "there" | "missing" {
  const made = mkdirSync(directory, { recursive: true });
  using owed = undoAtEnd(() => {
    // What was there already was empty.
    if (made !== undefined) rmSync(made, { recursive: true, force: true });
    else for (const { path } of [...plan, { path: copy.to }]) removeTop(directory, path);
  });
  mkdirSync(dirname(join(directory, copy.to)), { recursive: true });
  copyFileSync(copy.from, join(directory, copy.to));
  writePlan(directory, plan);
  owed.forget();
  return startGit(directory);
}

function removeTop(directory: string, path: string): void {
  rmSync(join(directory, path.split("/", 1)[0]!), { recursive: true, force: true });
}

function startGit(directory: string): "started" | "there" | "missing" {
  if (existsSync(join(directory, ".git"))) return "there";
  try {
    gitIn(directory).read(["rev-parse", "--is-inside-work-tree"]);
    return "there";
  } catch (error) {
    if (!(error instanceof UserError)) return withoutGit(error);
  }
  try {
    gitIn(directory).read(["init", "--quiet", "--initial-branch", "main"]);
    return "started";
  } catch (error) {
    return withoutGit(error);
  }
}

/** The files are what was asked for: where there is no git, its user is told. */
function withoutGit(error: unknown): "missing" {
  if (error instanceof EnvironmentFailure) return "missing";
  throw error;
}
