import type { ParseArgsOptionDescriptor } from "node:util";
import { exitCodes } from "@kit/errors";

/**
 * All that is known of a command before it runs: its help, its parsing, its place in the list of commands and what it
 * refuses come from it. Texts are sentences in one line each; the help breaks them.
 */
export interface CommandDefinition<
  Options extends OptionDefinitions = OptionDefinitions,
  Format extends string = string,
  Mode extends Modes<Format> = Modes<Format>,
> {
  readonly name: string;
  /** What it does, in the list of all: `builds generated/`. */
  readonly about: string;
  /** The same as a sentence, at the top of its help. */
  readonly title: string;
  /** What stands behind its name, a line for each way to call it: `[environment...]`. */
  readonly usage: readonly string[];
  /** Its first argument, where that says what to do: each with what it does. */
  readonly actions?: Readonly<Record<string, string>>;
  /** What the arguments are that are not options. Default: it takes none. */
  readonly arguments?: Readonly<Record<string, string>>;
  readonly options: Options;
  /** The formats of its result, `text` first, each with what is worth saying of it or "". Default: it has text alone. */
  readonly formats?: Readonly<Record<Format, string>>;
  /** Formats beside JSON that have a short form, too: `--mermaid`. */
  readonly shortForms?: readonly NoInfer<Format>[];
  /** Ways to call it that have fewer formats, such as `--envs`. */
  readonly modes?: Mode;
  /** What is worth knowing beyond. */
  readonly notes: string;
  /** Calls, without `pnpm`, each with what it does. */
  readonly examples?: Readonly<Record<string, string>>;
  /** What exit codes mean. Default of 2, 3 and 70: as everywhere. */
  readonly exits: Readonly<Record<number, string>>;
}

/** An option as Node's parseArgs takes it, and what the help says of it. */
export interface OptionDefinition extends Pick<ParseArgsOptionDescriptor, "type" | "multiple"> {
  /** How the help calls its value: `REF`. */
  readonly value?: string;
  readonly default?: string;
  readonly about: string;
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

/** The formats of ways to call a command. */
export type Modes<Format extends string> = Readonly<Record<string, readonly Format[]>>;

/** Defines a command: what `definitions/<name>.ts` exports by default. */
export function defineCommand<
  const Options extends OptionDefinitions,
  const Format extends string = never,
  const Mode extends Modes<Format> = Modes<never>,
>(definition: CommandDefinition<Options, Format, Mode>): CommandDefinition<Options, Format, Mode> {
  return definition;
}

/** What the exit codes of a command mean, in their order. */
export function exitsOf({ exits }: Pick<CommandDefinition, "exits">): [code: number, means: string][] {
  const everywhere = {
    [exitCodes.userError]: "the input is wrong",
    [exitCodes.environmentFailure]: "the machine failed",
    [exitCodes.bug]: "a bug",
  };
  return Object.entries({ ...everywhere, ...exits }).map(([code, means]) => [Number(code), means]);
}
