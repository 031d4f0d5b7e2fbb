import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { plainGit, startScript, type TestDirectory, temporaryDirectory } from "@kit/testing";

/** A command that is asked to end when it is in the middle of its work. */
export interface Interruption {
  readonly script: string;
  readonly args?: readonly string[];
  /** The repository. */
  readonly cwd: string;
  readonly signal: NodeJS.Signals;
  /** Whether the whole group is asked, as Ctrl-C in a terminal does. */
  readonly group: boolean;
  /** What it waits in; told where to write the number of each process that has started. */
  readonly env?: Readonly<Record<string, string>>;
  /** Programs of its own on PATH, by name. */
  readonly programs?: Readonly<Record<string, string>>;
  /** How many numbers stand there when it is in the middle. */
  readonly started: number;
}

/** What an interrupted command left. */
export interface Left {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** In its temporary directory. */
  readonly files: readonly string[];
  /** How many of the processes that have started go on. */
  readonly running: number;
}

/**
 * Never ends, and has a child of its own, as kustomize has git; leaves a file where temporary ones go. `$PIDS` has a line
 * for each process.
 */
export const endless = `sleep 600 &
echo $! >>"$PIDS"
echo $$ >>"$PIDS"
mkdir "$TMPDIR/left-$$"
wait
`;

/** A kustomize that says its version, and never ends building. */
export const endlessKustomize = `#!/bin/sh\ntest "$1" = version && echo v5.8.1 && exit\n${endless}`;

/** Runs a command, interrupts it in the middle, and looks for what is left. */
export async function interrupt(interruption: Interruption): Promise<Left> {
  using machine = temporaryDirectory({ pids: "" });
  const { cwd, args = [], group, signal } = interruption;
  const child = spawn(process.execPath, [startScript, interruption.script, ...args], {
    cwd,
    detached: group,
    env: { ...environmentOf(machine, interruption), ...interruption.env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const closed = once(child, "close") as Promise<[number | null]>;
  while (pidsIn(machine).length < interruption.started && child.exitCode === null) await setTimeout(10);
  process.kill(group ? -child.pid! : child.pid!, signal);
  const [exitCode] = await closed;
  const filesLeft = (): string[] => readdirSync(join(machine.path, "tmp"));
  // Of a killed command, whoever watches over it removes them, when it sees that it is gone.
  const most = signal === "SIGKILL" ? 500 : 0;
  for (let tries = 0; tries < most && filesLeft().length > 0; tries++) await setTimeout(10);
  const files = filesLeft();
  // A kill is told to a process, which then ends; the system takes a moment for that.
  for (let tries = 0; tries < 100 && pidsIn(machine).some(runs); tries++) await setTimeout(10);
  return { exitCode, stderr, files, running: pidsIn(machine).filter(runs).length };
}

function environmentOf(machine: TestDirectory, { programs = {} }: Interruption): NodeJS.ProcessEnv {
  mkdirSync(join(machine.path, "tmp"));
  for (const [name, text] of Object.entries(programs)) {
    machine.write({ [`bin/${name}`]: text });
    chmodSync(join(machine.path, "bin", name), 0o755);
  }
  return {
    ...process.env,
    ...plainGit,
    PATH: `${machine.path}/bin:${process.env["PATH"]}`,
    KUSTOMIZE: "",
    NO_COLOR: "1",
    TMPDIR: join(machine.path, "tmp"),
    PIDS: join(machine.path, "pids"),
  };
}

function pidsIn({ path }: TestDirectory): number[] {
  return readFileSync(join(path, "pids"), "utf8").split("\n").filter(Boolean).map(Number);
}

/** One that has ended, and whose parent has not asked how, runs no more. */
function runs(pid: number): boolean {
  if (!existsSync("/proc/self/stat")) {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }
  const stat = existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, "utf8") : ") X";
  return !/\) [ZX]/.test(stat);
}
