import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";

/** Ends a process and all that it has started, at once. */
export function endTree(pid: number): void {
  // The first one first, so that it starts no others.
  end([pid, ...descendantsOf(pid)]);
}

/** Ends the processes of this user whose working directory is there, or below; none where the system does not tell. */
export function endProcessesIn(directory: string): void {
  end(
    numbersIn("/proc").filter((pid) => {
      if (pid === process.pid) return false;
      try {
        return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${directory}/`);
      } catch {
        return false;
      }
    }),
  );
}

function end(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended meanwhile, or belongs to another user.
    }
  }
}

function descendantsOf(pid: number): number[] {
  const children = Map.groupBy(parents(), ([, parent]) => parent);
  const found: number[] = [];
  const pending = [pid];
  for (let one = pending.pop(); one !== undefined; one = pending.pop()) {
    const next = (children.get(one) ?? []).map(([child]) => child);
    found.push(...next);
    pending.push(...next);
  }
  return found;
}

/** Each process of this machine with its parent. */
function parents(): (readonly [pid: number, parent: number])[] {
  const pids = numbersIn("/proc");
  if (pids.length > 0) return pids.map((pid) => [pid, parentOf(pid)] as const);
  const { stdout, error } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  if (error !== undefined) return [];
  return stdout.split("\n").map((line) => {
    const [pid = 0, parent = 0] = line.trim().split(/\s+/).map(Number);
    return [pid, parent] as const;
  });
}

/** The processes of a system that lists them as files; none elsewhere. */
function numbersIn(directory: string): number[] {
  try {
    return readdirSync(directory)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[1]);
  } catch {
    return 0;
  }
}
