import { existsSync } from "node:fs";
import { join } from "node:path";
import type { parseArgs } from "node:util";
import { callOf } from "../process/front.ts";
import { runCommand } from "../process/run-command.ts";
import type { CommandDefinition, Modes, OptionDefinitions } from "./command-definition.ts";
import { chosenFormat, formatOptions, requireFormat } from "./formats.ts";
import { helpText } from "./help-text.ts";

/** What a command is given. */
interface Context<Options extends OptionDefinitions, Format extends string, Mode extends Modes<Format>> {
  /** The repository. */
  readonly root: string;
  readonly positionals: readonly string[];
  readonly values: ReturnType<typeof parseArgs<{ options: Options }>>["values"];
  /** What its result is to be printed as. */
  readonly format: Format;
  /**
   * The same for a way to call it that has fewer.
   *
   * @throws UserError where it is not one of those.
   */
  readonly formatWith: <Name extends keyof Mode & string>(mode: Name) => Mode[Name][number];
}

/**
 * Makes a command of its definition: what `commands/<name>.ts` exports by default. Calling it runs the command with the
 * process' arguments, and ends the process.
 *
 * @param run Does the work and returns the exit code.
 * @param how.isAnywhere Whether it may run outside of a repository. Default: never.
 */
export function implement<const Options extends OptionDefinitions, Format extends string, Mode extends Modes<Format>>(
  definition: CommandDefinition<Options, Format, Mode>,
  run: (context: Context<Options, Format, Mode>) => Promise<number>,
  { isAnywhere }: { readonly isAnywhere?: (positionals: readonly string[]) => boolean } = {},
): () => Promise<void> {
  const { options, arguments: named, actions } = definition;
  return () =>
    runCommand({
      help: helpText(definition, callOf),
      options: { ...options, ...formatOptions(definition) },
      ...(isAnywhere === undefined ? {} : { isAnywhere }),
      positionals: named !== undefined || actions !== undefined,
      run: async ({ root, positionals, values }) => {
        await useDefinitions(root, definition.name);
        const format = chosenFormat(definition, values) as Format;
        const formatWith: Context<Options, Format, Mode>["formatWith"] = (mode) => {
          requireFormat(format, definition.modes![mode]!, mode);
          return format;
        };
        return run({ root, positionals, values, format, formatWith });
      },
    });
}

// Most repositories have none, and pay for no module then.
async function useDefinitions(root: string, command: string): Promise<void> {
  if (existsSync(join(root, "packages/definitions/index.json"))) {
    const { useOwnDefinitions } = await import("@kit/repository/own-definitions");
    useOwnDefinitions(root);
  }
  // `crds` is what brings the classes that are imported there.
  if (command !== "crds" && existsSync(join(root, "packages/definitions/workloads.ts"))) {
    const { useDeclaredWorkloads } = await import("@kit/repository/declared-workloads");
    await useDeclaredWorkloads(root);
  }
}
