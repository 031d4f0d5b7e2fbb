import { run, type Finished } from "@kit/programs";
import type { Engine } from "./engine.ts";

/**
 * Runs kustomize on an overlay.
 *
 * @param path Of the overlay, from `cwd`.
 */
export function runKustomize(
  { file, args }: Engine,
  path: string,
  { cwd, env }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<Finished> {
  // It ends so soon that collecting its garbage is mostly lost time: a quarter of all, for some 30 MB.
  return run(file, [...args, path], { cwd, env: { GOGC: "400", ...env } });
}
