import { run } from "@kit/programs";
import type { Verdict } from "./verdict.ts";

/** What a judge says of each of the files. */
export async function judge(
  program: string,
  args: readonly string[],
  files: readonly Uint8Array[],
): Promise<Verdict[]> {
  const input = files.map((file) => `${JSON.stringify(Buffer.from(file).toString("base64"))}\n`).join("");
  const { exitCode, stdout, stderr } = await run(program, args, { input });
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode}: ${stderr}`);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Verdict);
}
