import { existsSync, utimesSync } from "node:fs";
import { dirname } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { sayIgnored } from "./say-ignored.ts";
import { trimCache } from "./trim-cache.ts";
import { writeWhole } from "./write-whole.ts";

// Ten times what the programs of one version take.
const limit = { bytes: 5 * 2 ** 30, days: 90 };

/** How a program is built, and tried. */
export interface ProgramBuild {
  /** Whether the program that is there runs. */
  readonly starts: () => Promise<boolean>;
  /** Writes it where it is told. */
  readonly build: (target: string) => Promise<void>;
  /** Told just before it is built. Default: nothing is told. */
  readonly onBuild?: () => void;
  /** Told what takes long. */
  readonly onProgress: (message: string) => void;
}

/**
 * Has a program in the user's cache: built where it is not there, and again, once, where it does not start. One process
 * builds it, others wait.
 *
 * @throws EnvironmentFailure where the disk refuses, or where it does not start although it has just been built; and
 *   what `build` throws.
 */
export async function builtOnce(file: string, program: ProgramBuild): Promise<void> {
  const isThere = existsSync(file);
  if (isThere && (await program.starts())) return markUsed(file);
  if (isThere) sayIgnored(file, "it does not start, so it is built again");
  await writeWhole(
    file,
    async (target) => {
      program.onBuild?.();
      await program.build(target);
    },
    {
      isThere: async () => existsSync(file) && (await program.starts()),
      onWait: (pid) => program.onProgress(`waiting for process ${pid}, which builds ${file}`),
    },
  );
  trimCache(dirname(dirname(file)), limit, [dirname(file)]);
  if (await program.starts()) return;
  const what = `${file} does not start, although it has just been built`;
  throw new EnvironmentFailure(
    "subprocess-failed",
    what,
    "see whether the disk there may hold programs (`mount`: noexec)",
  );
}

/** The directory of a program that is used is not removed from the cache. */
function markUsed(file: string): void {
  try {
    utimesSync(dirname(file), new Date(), new Date());
  } catch {
    // It belongs to another user, who cleans it.
  }
}
