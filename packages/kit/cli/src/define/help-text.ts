import { exitsOf, type CommandDefinition, type OptionDefinition } from "./command-definition.ts";
import { formatRows } from "./formats.ts";
import { wrapped } from "./wrapped.ts";

type Row = readonly [term: string, text: string];

/**
 * The whole text of `--help`.
 *
 * @param callOf How a command is called. Default: `pnpm <name>`.
 */
export function helpText(definition: CommandDefinition, callOf = asScript): string {
  const { name, title, usage, notes, examples = {} } = definition;
  const groups = rowGroups(definition);
  const own = callOf(name);
  const calls = Object.entries(examples).map(
    ([call, text]) => `  ${own}${call.slice(name.length)}\n      ${wrapped(text, 6)}`,
  );
  const exits = exitsOf(definition).map(([code, means]) => `${code} ${means}`);
  const parts = [
    wrapped(title),
    `Usage: ${usage.map((one) => `${own} ${one}`.trimEnd()).join("\n       ")}`,
    ...groups.map((rows) => rowsText(rows, columnOf(groups.flat()))),
    wrapped(notes),
    ...(calls.length === 0 ? [] : [`Examples:\n${calls.join("\n")}`]),
    wrapped(`Exit codes: ${exits.join(", ")}.`),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** What is told where no command is named. */
export function listText(definitions: readonly CommandDefinition[], callOf = asScript): string {
  const call = callOf("<command>");
  const areScripts = definitions.every(({ name }) => callOf(name) === asScript(name));
  const rows = definitions.map(({ name, about }) => `  ${name.padEnd(10)}${about}\n`);
  return `Typed Kubernetes manifests, built into Kustomize bases, overlays and the rendered result.

Usage: ${areScripts ? asScript("<command>") : call} [arguments...]

${rows.join("")}
Each tells more with --help; --version tells the version.
${areScripts ? "" : `\n${notScripts}\n`}`;
}

const notScripts = wrapped(
  'Where a text says `pnpm build`, call `pnpm exec typed-manifests build`, or write "build": "typed-manifests build" among the scripts of package.json.',
);

function asScript(name: string): string {
  return `pnpm ${name}`;
}

function rowGroups(definition: CommandDefinition): Row[][] {
  const { actions = {}, arguments: named = {}, options } = definition;
  const own = Object.entries(options).map(([name, option]): Row => [optionTerm(name, option), option.about]);
  const rows = [...Object.entries(named), ...own, ...formatRows(definition), ["-h, --help", "Show this."] as const];
  return [Object.entries(actions), rows].filter((group) => group.length > 0);
}

function optionTerm(name: string, { value }: OptionDefinition): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function columnOf(rows: readonly Row[]): number {
  return Math.max(16, ...rows.map(([term]) => term.length + 4));
}

function rowsText(rows: readonly Row[], column: number): string {
  return rows.map(([term, text]) => `  ${term}`.padEnd(column) + wrapped(text, column)).join("\n");
}
