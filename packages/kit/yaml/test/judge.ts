import { spawnSync } from "node:child_process";
import type { Verdict } from "./verdict.ts";

/** What a judge says of each of the files. */
export function judge(program: string, args: readonly string[], files: readonly Uint8Array[]): Verdict[] {
  const input = files.map((file) => `${JSON.stringify(Buffer.from(file).toString("base64"))}\n`).join("");
  const { error, status, stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8", maxBuffer: 2 ** 30 });
  if (status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Verdict);
}
