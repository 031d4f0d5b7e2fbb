import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { EnvironmentFailure, exitCodeOf, exitCodes, nearest, stackOf, UserError } from "@kit/errors";
import { asForeseen } from "@kit/programs";
import { endProcess, ownTheEnd } from "./own-end.ts";
import { endedByPackage, thrownByPackage } from "./package-faults.ts";
import { notice, ownStreams, print, printed } from "@kit/terminal";

export { coloured, notice, print, progress } from "@kit/terminal";

/** What a command is given: its arguments, parsed, and the repository. */
interface Context<Options extends ParseArgsOptionsConfig> {
  readonly root: string;
  readonly positionals: readonly string[];
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>["values"];
}

export interface Command<Options extends ParseArgsOptionsConfig> {
  /** The whole text of `--help`. */
  readonly help: string;
  readonly options: Options;
  /** Whether it takes arguments that are not options. Default: no. */
  readonly positionals?: boolean;
  /** Does the work and returns the exit code. */
  readonly run: (context: Context<Options>) => Promise<number>;
}

/** Makes a command: what `commands/<name>.ts` exports by default. Starting it runs it, and ends the process. */
export function defineCommand<const Options extends ParseArgsOptionsConfig>(
  command: Command<Options>,
): () => Promise<void> {
  return () => runCommand(command);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;
let repository = "";

/**
 * Runs a command with the process' arguments and ends with its exit code, whatever the packages do that it imports.
 *
 * A UserError or EnvironmentFailure is shown as it is; anything else is a bug and shows its stack. Where a signal ends
 * it, children end and temporary files go, and the exit code is 128 and the signal's number, as shells have it.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  command: Command<Options>,
): Promise<void> {
  ownStreams(() => repository);
  ownTheEnd((how, stack) => report(endedByPackage(how, stack, repository)));
  for (const signal of signals) process.on(signal, () => endProcess(128 + constants.signals[signal]));
  process.on("uncaughtException", (error) => endProcess(report(error, true)));
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => notice(`${name}: ${message}\n`));
  // `printed` asks for it when all is done.
  process.stdout.on("error", () => {});
  const exitCode = await parseAndRun(command).catch((error: unknown) => report(error));
  const unwritten = await printed();
  endProcess(unwritten === undefined ? exitCode : report(outputFailure(unwritten)));
}

/** Shows what was thrown, and returns the exit code for it. `isLate`: nobody waited for it. */
function report(thrown: unknown, isLate = false): number {
  const error = asForeseen(thrownByPackage(thrown, repository, isLate) ?? thrown);
  const foreseen = error instanceof UserError || error instanceof EnvironmentFailure;
  notice(foreseen ? `${error.message}\n` : bugReport(error));
  return exitCodeOf(error);
}

async function parseAndRun<Options extends ParseArgsOptionsConfig>(command: Command<Options>): Promise<number> {
  const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parse(process.argv.slice(2), options, command.positionals ?? false);
  if (values["help"] === true) {
    print(command.help);
    return exitCodes.ok;
  }
  repository = findRoot(workingDirectory());
  return command.run({ root: repository, positionals, values: values as Context<Options>["values"] });
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw wrongValue(message);
    const known = Object.keys(options).map((name) => `--${name}`);
    const given = /'(--?[^'=\s]+)/.exec(message)?.[1] ?? "";
    const meant = nearest(given, known);
    throw new UserError({
      code: "argument-unknown",
      what: message.replace(/\. (To specify|This command does not take).*$/s, ""),
      where: "the command's arguments",
      next: `the options are: ${known.join(", ")}${meant === undefined ? "" : `. Did you mean ${meant}?`}`,
    });
  }
}

function wrongValue(message: string): UserError {
  const option = /--[\w-]+/.exec(message)?.[0] ?? "an option";
  const takesNone = message.includes("does not take");
  return new UserError({
    code: takesNone ? "argument-value" : "argument-missing",
    what: takesNone ? `${option} takes no value` : `${option} needs a value`,
    where: "the command's arguments",
    next: takesNone
      ? `write ${option} alone`
      : `write it behind the option: ${option} VALUE, or ${option}=VALUE where it begins with -`,
  });
}

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new UserError(
      {
        code: "package-layout",
        what: "the directory in which the command runs is not there any more",
        where: process.env["PWD"] ?? "the working directory",
        next: "go to the repository, and start the command again",
      },
      { cause: error },
    );
  }
}

function findRoot(from: string): string {
  for (let directory = from; ; directory = dirname(directory)) {
    if (existsSync(join(directory, "pnpm-workspace.yaml"))) return requireUsable(directory);
    if (directory === dirname(directory)) break;
  }
  throw new UserError({
    code: "package-layout",
    what: "this is not a manifest repository: no pnpm-workspace.yaml here or above",
    where: from,
    next: "run the command inside the repository",
  });
}

/** Node and the compiler take these characters for something else. */
function requireUsable(root: string): string {
  const [character] = /[*\\]/.exec(root) ?? [];
  if (character === undefined) return root;
  throw new UserError({
    code: "repository-path",
    what: `the repository's path has the character ${character}, with which Node and TypeScript do not find its modules`,
    where: root,
    next: "clone it into a folder without it",
  });
}

function outputFailure(error: Error): EnvironmentFailure {
  const what = `standard output cannot be written: ${(error as NodeJS.ErrnoException).code ?? error.message}`;
  return new EnvironmentFailure("output-failed", what, "write it elsewhere, or free some space", { cause: error });
}

function bugReport(error: unknown): string {
  const text = stackOf(error) || String(error);
  return `bug: this should not happen, whatever the input. Please report it with the text below.\n${text}\n`;
}
