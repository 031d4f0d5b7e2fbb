import { spawn } from "node:child_process";
import { endWithThisProcess } from "./run.ts";

const seconds = 2;

// It ends when its input does, which is when this process ends, however.
const script = `
stuck() { sleep ${seconds}; kill -KILL "$1"; exit; }
trap 'stuck "$1"' INT TERM HUP QUIT
read -r _
`;

/**
 * Has this process killed where it is asked to end, by Ctrl-C or a closed terminal, and does not. Node tells of a signal
 * only between two pieces of work, and code that is not ours may never end one. Call it before such code runs.
 */
export function endWhereStuck(): void {
  if (watches) return;
  watches = true;
  const child = spawn("sh", ["-c", script, "sh", String(process.pid)], { stdio: ["pipe", "ignore", "ignore"] });
  // Where there is no shell, nobody watches.
  child.on("error", () => {});
  child.unref();
  (child.stdin as unknown as { unref?: () => void }).unref?.();
  endWithThisProcess(child);
}

let watches = false;
