import { join } from "node:path";
import { compareTrees, readTree, type FileDifference } from "@kit/tree";
import { generate, type Generated, type GenerateOptions } from "./generate.ts";

/** How the committed `generated/` differs from what the packages and overlays make. */
export interface Drift extends Generated {
  readonly differences: readonly FileDifference[];
}

/** Makes everything again in memory and compares. Changes nothing. */
export async function drift(options: Omit<GenerateOptions, "environments">): Promise<Drift> {
  const generated = await generate(options);
  const differences = compareTrees(readTree(join(options.root, "generated")), generated.files);
  // git does not know empty directories, so they cannot be committed.
  return {
    ...generated,
    differences: differences.filter((one) => !(one.kind === "not-a-file" && one.type === "empty directory")),
  };
}
