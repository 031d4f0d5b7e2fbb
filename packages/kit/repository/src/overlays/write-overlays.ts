import { statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "@kit/programs";
import { readText } from "@kit/tree";

/**
 * Gives kustomizations of overlays other texts, each whole or not at all.
 *
 * @param texts By file, from the repository's root; those that are there already are not written.
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function writeOverlays(root: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of texts) await writeOverlay(root, file, text);
}

async function writeOverlay(root: string, file: string, text: string): Promise<void> {
  if (text === readText(join(root, file), file)) return;
  const path = join(root, file);
  const { mode } = statSync(path);
  const next = "give this user write permission in its folder, then start again";
  await writeWhole(path, (target) => writeFile(target, text, { mode }), { next });
}
