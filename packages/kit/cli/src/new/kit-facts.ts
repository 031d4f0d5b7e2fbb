import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run, temporaryDirectory, type TemporaryDirectory } from "@kit/programs";
import { EnvironmentFailure } from "@kit/errors";
import type { KitFacts } from "@kit/scaffold/repository";
import { theFront } from "../process/front.ts";

const root = join(import.meta.dirname, "../../../../..");
const workflows = ["comment.yml", "pull-request.yml", "render.yml"];

/** What a new repository takes from the kit's own, which the artefact has beside it. */
export function kitFacts(commands: readonly string[]): KitFacts {
  const { packageManager } = JSON.parse(textOf("package.json")) as { readonly packageManager: string };
  return {
    version: theFront().version,
    commands,
    packageManager,
    workspace: textOf("pnpm-workspace.yaml"),
    workflows: new Map(workflows.map((name) => [name, textOf(`.github/workflows/${name}`)])),
  };
}

/** A directory with the kit as a tarball, in `file`. */
export interface KitTarball extends Disposable {
  readonly file: string;
}

/**
 * Packs the kit: from its sources, or an installed one as it is.
 *
 * @throws UserError where the sources do not compile, EnvironmentFailure where pnpm does not pack it.
 */
export async function packedKit(): Promise<KitTarball> {
  const directory = temporaryDirectory();
  try {
    const { packSources } = theFront();
    const { file } = packSources === undefined ? await packInstalled(directory) : await packSources(directory.path);
    return { file, [Symbol.dispose]: () => directory[Symbol.dispose]() };
  } catch (error) {
    directory[Symbol.dispose]();
    throw error;
  }
}

async function packInstalled({ path }: TemporaryDirectory): Promise<{ file: string }> {
  const args = ["pack", "--json", "--pack-destination", path];
  const { exitCode, stdout, stderr } = await run("pnpm", args, { cwd: theFront().directory });
  if (exitCode === 0) return { file: (JSON.parse(stdout) as { readonly filename: string }).filename };
  const what = `pnpm could not pack the kit:\n${stderr || stdout}`;
  throw new EnvironmentFailure("subprocess-failed", what, "correct what pnpm names");
}

function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}
