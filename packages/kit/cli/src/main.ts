import { argumentError, exitCodes, nearest, type UserError } from "@kit/errors";
import { commands, type Listed } from "./commands.ts";
import type { CommandDefinition } from "./define/command-definition.ts";
import { helpText, listText } from "./define/help-text.ts";
import { callOf, startedBy, type Front } from "./process/front.ts";
import { runCommand } from "./process/run-command.ts";

/** Runs the command that the first argument names, with the others, and ends the process. */
export async function main(front: Front): Promise<void> {
  startedBy(front);
  const [name = "--help"] = process.argv.splice(2, 1);
  const command = commands.find(([definition]) => definition.name === name);
  if (command !== undefined) {
    const [definition, load] = command;
    const text = onlyText(process.argv.slice(2), definition, front);
    return text === undefined ? (await loaded(load, helpText(definition, callOf)))() : tell(text);
  }
  // So that an argument of its own is what is parsed.
  if (name === "--help" || name === "-h") process.argv.splice(2, Infinity, "--help");
  if (name === "--version") return tell(`${front.version}\n`);
  const help = listText(
    commands.map(([definition]) => definition),
    callOf,
  );
  return runCommand({ help, options: {}, positionals: true, run: () => Promise.reject(unknown(name)) });
}

/** The command, or one that says why it could not be loaded: a module of an installed kit may be gone. */
async function loaded(load: Listed[1], help: string): Promise<() => Promise<void>> {
  try {
    return (await load()).default;
  } catch (error) {
    return () => runCommand({ help, options: {}, positionals: true, run: () => Promise.reject(error) });
  }
}

/** What is told without running the command: its help, or the version. */
function onlyText(args: readonly string[], definition: CommandDefinition, { version }: Front): string | undefined {
  const [first, ...others] = args;
  if (others.length > 0) return undefined;
  if (first === "--help" || first === "-h") return helpText(definition, callOf);
  return first === "--version" ? `${version}\n` : undefined;
}

async function tell(text: string): Promise<void> {
  process.argv.splice(2, Infinity, "--help");
  return runCommand({ help: text, options: {}, run: () => Promise.resolve(exitCodes.ok) });
}

function unknown(name: string): UserError {
  const known = commands.map(([definition]) => definition.name);
  const meant = nearest(name, known);
  return argumentError(
    `there is no command ${name}`,
    `${meant === undefined ? "" : `did you mean ${meant}? `}the commands are: ${known.join(", ")}`,
    "argument-unknown",
  );
}
