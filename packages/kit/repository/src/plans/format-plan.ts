import { existsSync } from "node:fs";
import { join } from "node:path";
import { run } from "@kit/programs";
import type { FilePlan, PlannedFile } from "@kit/scaffold";

/**
 * A plan with its sources as the repository's own formatter has them, so that its check of formats stays green. Where the
 * repository has none, or a file that is edited was not formatted before, they stay as they are.
 */
export async function formatPlan(root: string, plan: FilePlan): Promise<FilePlan> {
  const formatter = join(root, "node_modules/.bin/oxfmt");
  if (!existsSync(formatter)) return plan;
  const format = async (path: string, text: string): Promise<string> => {
    const { exitCode, stdout } = await run(formatter, ["--stdin-filepath", path], { cwd: root, input: text });
    return exitCode === 0 && stdout !== "" ? stdout : text;
  };
  const formatted = async (file: PlannedFile): Promise<PlannedFile> => {
    const { path, before, after } = file;
    if (after === undefined || !path.endsWith(".ts")) return file;
    if (before !== undefined && (await format(path, before)) !== before) return file;
    return { ...file, after: await format(path, after) };
  };
  return Promise.all(plan.map(formatted));
}
