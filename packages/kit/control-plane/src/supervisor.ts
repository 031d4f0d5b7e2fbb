import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { asEnvironmentFailure, endWithThisProcess, ownIdentity, undoAtEnd } from "@kit/programs";
import { componentDeath } from "./component-death.ts";
import type { Program } from "./programs.ts";
import { componentScript, startWatchdog } from "./watchdog.ts";

/** The processes of one control plane, and the temporary directory that they have. */
export interface Supervisor {
  readonly directory: string;
  /** Aborted when a component ends by itself, with the EnvironmentFailure that says so, and when all is stopped. */
  readonly signal: AbortSignal;
  readonly start: (program: Program, args: readonly string[]) => void;
  /** Ends everything and removes the directory. Does not throw; a second call waits for the first. */
  readonly stop: () => Promise<void>;
}

/**
 * A new temporary directory, with a watchdog that stops what is started in it when this process is gone.
 *
 * When one component ends, all others are stopped.
 *
 * @throws EnvironmentFailure where there can be no temporary directory.
 */
export async function supervise(env: NodeJS.ProcessEnv): Promise<Supervisor> {
  const directory = resolve(env["TMPDIR"] || tmpdir(), `manifests-${ownIdentity()}-${randomBytes(3).toString("hex")}`);
  // The watchdog does this too, a moment later, also where this process is killed.
  const removed = undoAtEnd(() => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }));
  const watchdog = await startWatchdog(directory).catch((error: unknown) => {
    removed.forget();
    throw error;
  });
  const controller = new AbortController();
  const children: ChildProcess[] = [];
  const exits: Promise<void>[] = [];
  let stopped: Promise<void> | undefined;

  const fail = (failure: () => EnvironmentFailure): void => {
    if (stopped !== undefined) return;
    controller.abort(failure());
    void stop();
  };
  const stop = (): Promise<void> => (stopped ??= stopAll());
  const stopAll = async (): Promise<void> => {
    controller.abort(new Error("the control plane is stopped"));
    await watchdog.release();
    // The watchdog has done this, unless it was killed itself.
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(exits);
    removed[Symbol.dispose]();
  };
  const start = (program: Program, args: readonly string[]): void => {
    const child = spawnComponent(program, args, directory, env);
    endWithThisProcess(child);
    children.push(child);
    exits.push(
      new Promise((done) => {
        const ended = (how: string): void => {
          fail(() => componentDeath(program, how, directory));
          rmSync(join(directory, `${program.name}.pid`), { force: true });
          done();
        };
        child.once("error", ({ message }) => ended(message));
        child.once("exit", (code, signal) => ended(signal === null ? `exit code ${code}` : `signal ${signal}`));
      }),
    );
  };
  watchdog.process.once("exit", () => fail(watchdogDeath));
  return { directory, signal: controller.signal, start, stop };
}

function spawnComponent(
  { name, file }: Program,
  args: readonly string[],
  directory: string,
  env: NodeJS.ProcessEnv,
): ChildProcess {
  try {
    const log = openSync(join(directory, `${name}.log`), "a");
    try {
      return spawn("sh", ["-c", componentScript, name, file, ...args], {
        cwd: directory,
        // Nothing else of the user's: ETCD_* are options to etcd, and kwok reads a configuration below HOME.
        env: { PATH: env["PATH"], HOME: directory, TMPDIR: directory },
        detached: true,
        stdio: ["ignore", log, log],
      });
    } finally {
      closeSync(log);
    }
  } catch (error) {
    throw asEnvironmentFailure(error, directory);
  }
}

function watchdogDeath(): EnvironmentFailure {
  const what = "the process that watches over the control plane was killed, and all else was stopped";
  return new EnvironmentFailure("component-died", what, "start again");
}
