import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { EnvironmentFailure } from "@kit/errors";
import { programNames } from "./programs.ts";

/**
 * A shell that makes the temporary directory, then waits for the end of its input, then kills what runs in the
 * directory and removes it. Only the parent has the other end of its input, and the kernel closes that however the
 * parent ends: by itself, by Ctrl-C, by kill -9. So there is one way to stop, and it is always taken.
 *
 * Everything is killed, not asked to finish: nothing of it is kept, and the API server takes a second to say goodbye.
 * `closed` shuts the gap in which the parent has started a component whose pid is not written yet: a component writes
 * its pid, then looks for `closed` (see componentScript), the watchdog writes `closed`, then looks for pids.
 */
const watchdogScript = `
trap '' HUP INT PIPE TERM
umask 077
mkdir "$1" || exit 1
echo ready
cat
true >"$1/closed"
directory=$1
shift
for name in "$@"; do
  test -f "$directory/$name.pid" && kill -KILL "$(cat "$directory/$name.pid")"
done
tries=0
until rm -rf "$directory" || test "$tries" -ge 50; do
  tries=$((tries + 1))
  sleep 0.1
done
`;

/** Runs a component by `sh -c` in the directory: $0 is its name, the rest its command. It keeps the shell's pid. */
export const componentScript = 'echo $$ >"$0.pid" && test ! -e closed && exec "$@"';

/** A running watchdog. */
export interface Watchdog {
  readonly process: ChildProcess;
  /** Has it kill and remove everything. Resolves when that is done. */
  readonly release: () => Promise<void>;
}

/**
 * Starts the watchdog of a directory that does not exist yet.
 *
 * @throws EnvironmentFailure where the directory cannot be made.
 */
export async function startWatchdog(directory: string): Promise<Watchdog> {
  const stopOrder = programNames.toReversed();
  const args = ["-c", watchdogScript, "control-plane-watchdog", directory, ...stopOrder];
  // Detached: a session of its own, which Ctrl-C in a terminal does not reach.
  const child = spawn("sh", args, { cwd: "/", detached: true, stdio: ["pipe", "pipe", "pipe"] });
  // Where it was killed, there is nothing to write to.
  child.stdin.on("error", () => {});
  const exited = once(child, "exit").catch(noShell);
  const said = text(child.stderr);
  const ready = await Promise.race([once(child.stdout, "data").then(() => true), exited.then(() => false)]);
  if (!ready) throw noDirectory((await said).trim());
  return { process: child, release: () => release(child.stdin, child.stdout, exited) };
}

async function release(stdin: Writable, stdout: Readable, exited: Promise<unknown>): Promise<void> {
  stdin.end();
  stdout.resume();
  await exited;
}

function noDirectory(said: string): EnvironmentFailure {
  const next = "free some space, or set TMPDIR to a directory that this user can write";
  return new EnvironmentFailure("not-writable", `no temporary directory: ${said}`, next);
}

function noShell({ message }: Error): never {
  const next = "put sh on PATH, or let this user have more processes";
  throw new EnvironmentFailure("subprocess-failed", `sh does not start: ${message}`, next);
}
