import { join } from "node:path";
import { trimCache } from "@kit/programs";
import { writeTree, type WriteResult } from "@kit/tree";
import { generate, type Generated, type GenerateOptions } from "./generate.ts";
import { cacheOf, onlyWriter } from "./only-writer.ts";

export interface BuildOptions extends GenerateOptions {
  /** Refuses what is wrong beside the packages and overlays, before anything is written. Default: nothing is. */
  readonly beforeWriting?: () => Promise<void>;
}

/** What a build made and what of it was new. */
export interface Built extends Generated, WriteResult {}

// A thousand environments take some 20 MB.
const limit = { bytes: 512 * 2 ** 20, days: 30 };

/**
 * Builds `generated/`, one build of a repository at a time. Environments that were not asked for keep what they have in `generated/rendered`, and
 * `generated/gitops`, which is of all of them, stays as it is.
 *
 * @throws UserError, EnvironmentFailure; where it throws a UserError, nothing was written.
 */
export async function build({ beforeWriting, ...options }: BuildOptions): Promise<Built> {
  using owed = new DisposableStack();
  owed.use(await onlyWriter(options.root, options.onProgress ?? (() => {})));
  const generated = await generate({ reuse: true, ...options });
  await beforeWriting?.();
  const { left } = generated;
  const kept = left.length === 0 ? [] : ["gitops/", ...left.map((id) => `rendered/${id}/`)];
  const result = writeTree(join(options.root, "generated"), generated.files, (path) =>
    kept.some((prefix) => path.startsWith(prefix)),
  );
  trimCache(cacheOf(options.root), limit);
  return { ...generated, ...result };
}
