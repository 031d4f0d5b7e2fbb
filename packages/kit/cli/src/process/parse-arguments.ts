import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { argumentError, didYouMean, type UserError } from "@kit/errors";

type Parsed = ReturnType<typeof parseArgs<{ options: ParseArgsOptionsConfig; allowPositionals: true }>>;

/**
 * The options and other arguments of a command.
 *
 * @throws UserError where an option is unknown, or has a value that it does not take, or lacks one.
 */
export function parseArguments(
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  allowPositionals: boolean,
): Parsed {
  try {
    return parseArgs({ args: [...args], options, allowPositionals });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code?.startsWith("ERR_PARSE_ARGS") !== true) throw error;
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") throw wrongValue(message);
    const known = Object.keys(options).map((name) => `--${name}`);
    const given = /'(--?[^'=\s]+)/.exec(message)?.[1] ?? "";
    const what = message.replace(/\. (To specify|This command does not take).*$/s, "");
    throw argumentError(what, `the options are: ${known.join(", ")}${didYouMean(given, known)}`, "argument-unknown");
  }
}

function wrongValue(message: string): UserError {
  const option = /--[\w-]+/.exec(message)?.[0] ?? "an option";
  if (message.includes("does not take")) return argumentError(`${option} takes no value`, `write ${option} alone`);
  const next = `write it behind the option: ${option} VALUE, or ${option}=VALUE where it begins with -`;
  return argumentError(`${option} needs a value`, next, "argument-missing");
}
