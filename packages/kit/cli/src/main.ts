import { argumentError, exitCodes, nearest, type UserError } from "@kit/errors";
import { commands } from "./commands.ts";
import type { CommandDefinition } from "./define/command-definition.ts";
import { helpText, listText } from "./define/help-text.ts";
import { runCommand } from "./process/run-command.ts";

/** Runs the command that the first argument names, with the others, and ends the process. */
export async function main(): Promise<void> {
  const [name = "--help"] = process.argv.splice(2, 1);
  const command = commands.find(([definition]) => definition.name === name);
  if (command !== undefined) {
    const [definition, load] = command;
    return isHelp(process.argv.slice(2)) ? tell(definition) : (await load()).default();
  }
  // So that an argument of its own is what is parsed.
  if (name === "--help" || name === "-h") process.argv.splice(2, Infinity, "--help");
  const help = listText(commands.map(([definition]) => definition));
  return runCommand({ help, options: {}, positionals: true, run: () => Promise.reject(unknown(name)) });
}

function isHelp([first, ...others]: readonly string[]): boolean {
  return others.length === 0 && (first === "--help" || first === "-h");
}

async function tell(definition: CommandDefinition): Promise<void> {
  return runCommand({ help: helpText(definition), options: {}, run: () => Promise.resolve(exitCodes.ok) });
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
