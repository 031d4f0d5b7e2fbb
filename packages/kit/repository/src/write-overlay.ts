import { statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import type { OverlayText } from "@kit/images";
import { writeWhole } from "@kit/programs";

/**
 * Gives an overlay another text, whole or not at all.
 *
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function writeOverlay(
  root: string,
  { file, text: before }: Pick<OverlayText, "file" | "text">,
  text: string,
): Promise<void> {
  if (text === before) return;
  const path = join(root, file);
  const { mode } = statSync(path);
  try {
    await writeWhole(path, (target) => writeFile(target, text, { mode }));
  } catch (error) {
    if (!(error instanceof EnvironmentFailure) || error.code !== "not-writable") throw error;
    const next = "give this user write permission in its folder, then start again";
    throw new EnvironmentFailure("not-writable", `${file} cannot be written`, next, { cause: error });
  }
}
