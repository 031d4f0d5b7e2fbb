import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs, stripVTControlCharacters, styleText, type ParseArgsOptionsConfig } from "node:util";
import { EnvironmentFailure, exitCodeOf, exitCodes, nearest, UserError } from "@kit/errors";
import { forTerminalLines } from "@kit/text";
import { maskOutput } from "./mask-output.ts";

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
  /** Whether it takes arguments that are no options. Default: no. */
  readonly positionals?: boolean;
  /** Does the work and returns the exit code. */
  readonly run: (context: Context<Options>) => Promise<number>;
}

/**
 * Runs a command with the process' arguments and ends with its exit code.
 *
 * A UserError or EnvironmentFailure is shown as it is; anything else is a bug and shows its stack.
 */
export async function runCommand<const Options extends ParseArgsOptionsConfig>(
  command: Command<Options>,
): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) maskOutput(stream);
  catchAll();
  // A reader that has seen enough, such as `head`, closes the pipe: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  try {
    process.exitCode = await parseAndRun(command);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
    const foreseen = error instanceof UserError || error instanceof EnvironmentFailure;
    notice(foreseen ? `${error.message}\n` : bugReport(error));
  }
}

/** What Node itself would print past the streams: what nobody catches, and warnings. */
function catchAll(): void {
  process.on("uncaughtException", (error) => {
    notice(bugReport(error));
    process.exit(exitCodes.bug);
  });
  process.removeAllListeners("warning");
  process.on("warning", ({ name, message }) => notice(`${name}: ${message}\n`));
}

/** A text with its colours where a terminal shows it, and without them elsewhere; NO_COLOR is respected. */
export function coloured(text: string, stream: NodeJS.WriteStream): string {
  return stream.isTTY && stream.hasColors() ? text : stripVTControlCharacters(text);
}

/** Writes to stderr, with colour only where a terminal shows it: results go to stdout, all else here. */
export function notice(text: string): void {
  const marked = forTerminalLines(text).replaceAll(/^(error|failure)(?=\[|:)/gm, (word) =>
    styleText("red", word, { stream: process.stderr }),
  );
  process.stderr.write(process.stderr.isTTY ? marked : stripVTControlCharacters(marked));
}

/** Tells on stderr what takes long, as a line of its own. */
export function progress(message: string): void {
  notice(`${message}\n`);
}

async function parseAndRun<Options extends ParseArgsOptionsConfig>(command: Command<Options>): Promise<number> {
  const options = { ...command.options, help: { type: "boolean", short: "h" } } as const;
  const { values, positionals } = parse(process.argv.slice(2), options, command.positionals ?? false);
  if (values["help"] === true) {
    process.stdout.write(command.help);
    return exitCodes.ok;
  }
  return command.run({ root: findRoot(process.cwd()), positionals, values: values as Context<Options>["values"] });
}

function parse(args: readonly string[], options: ParseArgsOptionsConfig, allowPositionals: boolean) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
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

function findRoot(from: string): string {
  for (let directory = from; ; directory = dirname(directory)) {
    if (existsSync(join(directory, "pnpm-workspace.yaml"))) return directory;
    if (directory === dirname(directory)) break;
  }
  throw new UserError({
    code: "package-layout",
    what: "this is not a manifest repository: no pnpm-workspace.yaml here or above",
    where: from,
    next: "run the command inside the repository",
  });
}

function bugReport(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `bug: this should not happen, whatever the input. Please report it with the text below.\n${stack}\n`;
}
