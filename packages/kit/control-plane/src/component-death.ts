import { readFileSync } from "node:fs";
import { join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import type { Program, ProgramName } from "./programs.ts";

/**
 * The failure that says how a component ended, with the last lines of its log.
 *
 * @param how Such as `signal SIGKILL`.
 * @param directory Where its log is.
 */
export function componentDeath({ name, version }: Program, how: string, directory: string): EnvironmentFailure {
  const lines = lastLines(directory, name);
  const what = `${name} ${version} ended (${how}), and all else was stopped. Its last lines:\n${lines}`;
  if (lines.includes("no space left on device")) {
    return new EnvironmentFailure("disk-full", what, `free some space in ${join(directory, "..")}, then start again`);
  }
  const next = "start again; where it happens again, see what the lines say: memory or a port may be short";
  return new EnvironmentFailure("component-died", what, next);
}

/** The last lines of a component's log, without the stacks that a Go program ends with, cut to a readable width. */
export function lastLines(directory: string, name: ProgramName): string {
  const [log = ""] = readFileSync(join(directory, `${name}.log`), "utf8").split(/^goroutine \d+ /m, 1);
  const lines = log.trimEnd().split("\n").slice(-10);
  const shown = lines.map((line) => (line.length > 300 ? `${line.slice(0, 300)}…` : line));
  return shown.join("") === "" ? "(it wrote nothing)" : shown.join("\n");
}
