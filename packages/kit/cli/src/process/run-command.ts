import { constants } from "node:os";
import type { parseArgs, ParseArgsOptionsConfig } from "node:util";
import { argumentError, EnvironmentFailure, exitCodeOf, exitCodes, stackOf, UserError } from "@kit/errors";
import { asForeseen } from "@kit/programs";
import { notice, ownStreams, print, printed } from "@kit/terminal";
import { damagedKit } from "./damaged-kit.ts";
import { findRoot } from "./find-root.ts";
import { endProcess, ownTheEnd } from "./own-end.ts";
import { endedByPackage, thrownByPackage } from "./package-faults.ts";
import { parseArguments } from "./parse-arguments.ts";

/** What a command is given: its arguments, parsed, and the repository. */
interface Context<Options extends ParseArgsOptionsConfig> {
  /** Where it runs in none, and need not: the working directory. */
  readonly root: string;
  readonly positionals: readonly string[];
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>["values"];
}

interface Command<Options extends ParseArgsOptionsConfig> {
  /** The whole text of `--help`. */
  readonly help: string;
  readonly options: Options;
  /** Whether it takes arguments that are not options, or how many at most. Default: none. */
  readonly positionals?: boolean | number;
  /** Whether it may run outside of a repository. Default: never. */
  readonly isAnywhere?: (positionals: readonly string[]) => boolean;
  /** Does the work and returns the exit code. */
  readonly run: (context: Context<Options>) => Promise<number>;
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
  const error = asForeseen(damagedKit(thrown) ?? thrownByPackage(thrown, repository, isLate) ?? thrown);
  const foreseen = error instanceof UserError || error instanceof EnvironmentFailure;
  notice(foreseen ? `${error.message}\n` : bugReport(error));
  return exitCodeOf(error);
}

async function parseAndRun<Options extends ParseArgsOptionsConfig>(command: Command<Options>): Promise<number> {
  const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parseArguments(
    process.argv.slice(2),
    options,
    (command.positionals ?? false) !== false,
  );
  if (values["help"] === true) {
    print(command.help);
    return exitCodes.ok;
  }
  const { positionals: most, isAnywhere } = command;
  if (typeof most === "number" && positionals.length > most) throw unexpected(positionals[most]!, most);
  repository = isAnywhere?.(positionals) === true ? process.cwd() : findRoot();
  return command.run({ root: repository, positionals, values: values as Context<Options>["values"] });
}

function unexpected(argument: string, most: number): UserError {
  const next = `leave it out: the command takes ${most === 1 ? "one argument" : `${most} arguments`}`;
  return argumentError(`Unexpected argument '${argument}'`, next, "argument-unknown");
}

function outputFailure(error: Error): EnvironmentFailure {
  const what = `standard output cannot be written: ${(error as NodeJS.ErrnoException).code ?? error.message}`;
  return new EnvironmentFailure("output-failed", what, "write it elsewhere, or free some space", { cause: error });
}

function bugReport(error: unknown): string {
  const text = stackOf(error) || String(error);
  return `bug: this should not happen, whatever the input. Please report it with the text below.\n${text}\n`;
}
