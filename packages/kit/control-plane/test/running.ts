import { execFileSync } from "node:child_process";
import { globSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ControlPlane } from "@kit/control-plane";

type Located = Pick<ControlPlane, "kubeconfig" | "url">;

/** The pid of each component of a control plane that runs, by its name. */
export function pidsOf({ kubeconfig }: Located): Record<string, number> {
  const directory = dirname(kubeconfig);
  const names = readdirSync(directory).filter((name) => name.endsWith(".pid"));
  return Object.fromEntries(
    names.map((name) => [name.replace(".pid", ""), Number(readFileSync(join(directory, name), "utf8"))]),
  );
}

/** The pid of what watches over a control plane. */
export function watchdogOf({ kubeconfig }: Located): number {
  const line = processes().find((args) => args.includes(dirname(kubeconfig)));
  return Number.parseInt(line ?? "", 10);
}

/** What a control plane has left: processes, its directory, its port. Empty when nothing. */
export async function leftovers(cluster: Located, pids: Record<string, number>): Promise<string[]> {
  const directory = dirname(cluster.kubeconfig);
  return [
    ...Object.entries(pids).flatMap(([name, pid]) => (isRunning(pid) ? [name] : [])),
    ...(isInUse(directory) ? ["a process in its directory"] : []),
    ...readdirSync(dirname(directory)).filter((name) => directory.endsWith(`/${name}`)),
    ...((await isListening(Number(new URL(cluster.url).port))) ? [cluster.url] : []),
  ];
}

/** Whether a process of the machine works in a directory or below it, or names it. */
export function isInUse(directory: string): boolean {
  const working = globSync("/proc/[0-9]*/cwd").some((link) => targetOf(link).startsWith(directory));
  return working || processes().some((args) => args.includes(directory));
}

/** Waits until something is so. The test's own limit ends it. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setTimeout(50);
}

/** A line per process of the machine: pid and arguments. */
function processes(): string[] {
  return execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    // It ended meanwhile, or belongs to another user.
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function isListening(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ host: "127.0.0.1", port });
  socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
  const listening = await promise;
  socket.destroy();
  return listening;
}
