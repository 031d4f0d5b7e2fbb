import type { ParseArgsOptionsConfig } from "node:util";
import { argumentError, didYouMean, shown } from "@kit/errors";
import type { CommandDefinition } from "./command-definition.ts";

type Formats = Pick<CommandDefinition, "formats" | "shortForms" | "modes">;

/** The options by which a command is asked for a format: none where it has text alone. */
export function formatOptions(definition: Formats): ParseArgsOptionsConfig {
  if (definition.formats === undefined) return {};
  const short = shortForms(definition).map((name) => [name, { type: "boolean" }] as const);
  return { format: { type: "string" }, ...Object.fromEntries(short) };
}

/** What the help says of them. */
export function formatRows(definition: Formats): [term: string, text: string][] {
  const { formats, modes = {} } = definition;
  if (formats === undefined) return [];
  const named = Object.entries(formats).map(([name, about]) => (about === "" ? name : `${name} (${about})`));
  const fewer = Map.groupBy(Object.keys(modes), (mode) => listed(modes[mode]!));
  const ways = [...fewer].map(([names, own]) => ` With ${listed(own)}: ${names}.`);
  return [
    ["--format FORMAT", `${listed(named)}. Default: text.${ways.join("")}`],
    ...shortForms(definition).map((name): [string, string] => [`--${name}`, `The same as --format ${name}.`]),
  ];
}

/**
 * The format that a command is asked for. Default: text.
 *
 * @throws UserError where two are, or it has no such format.
 */
export function chosenFormat(definition: Formats, values: Readonly<Record<string, unknown>>): string {
  const { format } = values;
  const short = shortForms(definition).filter((name) => values[name] === true);
  const asked = new Map([
    ...short.map((name) => [name, `--${name}`] as const),
    ...(typeof format === "string" && !short.includes(format) ? [[format, `--format ${format}`] as const] : []),
  ]);
  if (asked.size > 1)
    throw argumentError(`${[...asked.values()].join(" and ")} cannot be given together`, "write one of them");
  const [name = "text"] = asked.keys();
  requireFormat(name, Object.keys(definition.formats ?? { text: "" }));
  return name;
}

/**
 * Refuses a format that a way to call the command does not have.
 *
 * @throws UserError with those that there are.
 */
export function requireFormat(name: string, known: readonly string[], mode?: string): void {
  if (known.includes(name)) return;
  const what = `--format cannot be ${shown(name)}${mode === undefined ? "" : ` with ${mode}`}`;
  throw argumentError(what, `the formats are: ${known.join(", ")}${didYouMean(name, known)}`);
}

function shortForms({ shortForms: own = [] }: Formats): string[] {
  return [...own, "json"];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}
