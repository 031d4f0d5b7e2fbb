import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "./repository.ts";
import { keepTypeChecks } from "./type-checks.ts";

/** What starts a command: its first argument is the command's name. */
export const startScript = join(repositoryRoot, "packages/kit/typed-manifests/bin/start.mjs");

/** What a command left. */
export interface ScriptResult {
  /** Null where a signal ended it. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ScriptOptions {
  /** The repository that it runs in. */
  readonly cwd: string;
  readonly args?: readonly string[];
  /** Beside this process' environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What its standard input has. Default: nothing. */
  readonly input?: string;
  /** Where its standard output goes, which is then not returned. Default: it is returned. */
  readonly stdout?: string;
  /** Ends the command. */
  readonly signal?: AbortSignal;
}

/** Runs a command of this repository as a process of its own. Paths of temporary directories become `<root>`. */
export function runScript(
  name: string,
  { cwd, args = [], env = {}, input = "", stdout: file, signal }: ScriptOptions,
): Promise<ScriptResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [startScript, name, ...args], {
      cwd,
      env: { ...process.env, KUSTOMIZE: "", NO_COLOR: "1", ...env },
      killSignal: "SIGKILL",
      stdio: ["pipe", file === undefined ? "pipe" : openSync(file, "w"), "pipe"],
      ...(signal === undefined ? {} : { signal }),
    });
    // A command that does not read it may end first.
    child.stdin!.on("error", () => {});
    child.stdin!.end(input);
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr!.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    // An aborted child is an error as well as a close; the close tells the rest.
    child.on("error", () => {});
    child.on("close", (exitCode) => {
      if (cwd !== repositoryRoot) keepTypeChecks(cwd);
      resolve({ exitCode, stdout: tidy(stdout, cwd), stderr: tidy(stderr, cwd) });
    });
  });
}

function tidy(text: string, root: string): string {
  return text.replaceAll(root, "<root>").replaceAll(repositoryRoot, "<repository>");
}
