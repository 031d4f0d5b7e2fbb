import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What tests start, and what the systems import that they load, is compiled: as any command does, once and not by each. */
export default function madeKit(): void {
  const start = join(import.meta.dirname, "packages/kit/typed-manifests/bin/start.mjs");
  const { status, stderr } = spawnSync(process.execPath, [start, "--help"], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}
