import { fileURLToPath } from "node:url";
import { EnvironmentFailure } from "@kit/errors";
import { run } from "@kit/programs";

const child = fileURLToPath(import.meta.resolve("./children/renovate-update.ts"));

/** An update that Renovate has found for one image of a kustomization. */
export interface RenovateUpdate {
  /** The repository; absolute. */
  readonly root: string;
  /** The kustomization, from there. */
  readonly packageFile: string;
  /** The image, as Renovate names it: by its `newName`, else by its `name`. */
  readonly depName: string;
  /** What its registries and rules have come to. */
  readonly found: {
    readonly newValue?: string;
    readonly newDigest?: string;
    readonly isPinDigest?: boolean;
    /** Another image in its place. */
    readonly newName?: string;
  };
}

/**
 * Writes an update as Renovate does: its kustomize manager reads the file, and its worker replaces the text.
 *
 * @param installed What `renovate` says.
 * @returns Why Renovate passes over the image, or undefined where it has written.
 * @throws EnvironmentFailure where Renovate fails, with what it said.
 */
export async function renovateUpdate(installed: string, update: RenovateUpdate): Promise<string | undefined> {
  const args = [child, installed, JSON.stringify(update)];
  const { exitCode, stdout, stderr } = await run(process.execPath, args, {
    cwd: update.root,
    env: { ...process.env, LOG_LEVEL: "fatal" },
  });
  if (exitCode !== 0) throw new EnvironmentFailure("subprocess-failed", `renovate failed:\n${stderr}`, "correct that");
  return stdout.trim() === "" ? undefined : stdout.trim();
}
