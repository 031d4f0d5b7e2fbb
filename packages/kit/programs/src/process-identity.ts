import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRunning } from "./is-running.ts";

/** A process, as file names and locks say it: `<machine>-<pid>-<when it started>`. */
export type ProcessIdentity = string;

/** What a process identity looks like, without anything around it. */
export const identityPattern = /[0-9a-f]{8}-\d+-\d+/;

let own: ProcessIdentity | undefined;

/** This process. A number alone is given to another process some day, and has another owner in another container. */
export function ownIdentity(): ProcessIdentity {
  return (own ??= `${machine()}-${process.pid}-${startOf(process.pid)?.time ?? 0}`);
}

/** The number of a process, for a reader. */
export function pidOf(identity: ProcessIdentity): number {
  return Number(identity.split("-")[1]);
}

/** Whether a process has ended; undefined where that cannot be known, because it is of another machine. */
export function hasEnded(identity: ProcessIdentity): boolean | undefined {
  const [where, pid, start] = identity.split("-");
  if (where !== machine()) return undefined;
  if (!isRunning(Number(pid))) return true;
  const running = startOf(Number(pid));
  if (running === undefined || start === "0") return false;
  return running.isDead || running.time !== start;
}

let known: string | undefined;

/** This machine or container: processes of another one are not seen from here. */
function machine(): string {
  return (known ??= createHash("sha256").update(`${hostname()} ${namespace()}`).digest("hex").slice(0, 8));
}

function namespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** Undefined where the system does not tell. */
function startOf(pid: number): { readonly time: string; readonly isDead: boolean } | undefined {
  try {
    // The second field is the program's name in parentheses, and may have anything in it.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return { time: fields[19]!, isDead: fields[0] === "Z" || fields[0] === "X" };
  } catch {
    return undefined;
  }
}
