import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { run } from "@kit/programs";
import { madeByTools } from "@kit/repository/life";
import type { FilePlan } from "@kit/scaffold";
import { progress } from "@kit/terminal";

/** Removes what tools have put into folders that a plan has emptied, and the folders. */
export function removeLeavings(root: string, plan: FilePlan): void {
  const gone = plan.flatMap(({ path, after }) => (after === undefined ? foldersAbove(path) : []));
  // The innermost first.
  for (const folder of [...new Set(gone)].toSorted((one, other) => other.length - one.length)) {
    const path = join(root, folder);
    const left = existsSync(path) ? readdirSync(path) : [];
    if (left.some((name) => !madeByTools.has(name))) continue;
    rmSync(path, { recursive: true, force: true });
  }
}

/** Below the top, which stays. */
function foldersAbove(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/")).slice(1);
}

/**
 * Has pnpm link the packages anew, where it has linked them.
 *
 * @throws EnvironmentFailure where it fails: all is written by then.
 */
export async function install(root: string): Promise<void> {
  if (!existsSync(join(root, "pnpm-lock.yaml"))) return;
  progress("pnpm install …");
  const { exitCode, stdout, stderr } = await run("pnpm", ["install", "--no-frozen-lockfile", "--prefer-offline"], {
    cwd: root,
    env: process.env,
  });
  if (exitCode === 0) return;
  const said = `${stdout}${stderr}`.trim().split("\n").slice(-20).join("\n");
  throw new EnvironmentFailure(
    "subprocess-failed",
    `pnpm install failed, and the change is written:\n${said}`,
    "correct what pnpm names, then run `pnpm install`",
  );
}
