import { UserError } from "@kit/errors";
import { unguarded } from "@kit/terminal";

/** Whether somebody is there to answer. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/**
 * Asks for a name at the terminal, until it is one.
 *
 * @param isWrong What is wrong with an answer; undefined where nothing is.
 * @throws UserError where it is left by Ctrl-C.
 */
export async function askName(
  message: string,
  otherwise: string,
  isWrong: (value: string) => string | undefined,
): Promise<string> {
  const { isCancel, text } = await import("@clack/prompts");
  const answer = await text({
    message,
    placeholder: otherwise,
    defaultValue: otherwise,
    validate: (value) => isWrong(value === undefined || value === "" ? otherwise : value),
    output: unguarded(process.stderr),
  });
  if (!isCancel(answer)) return answer;
  throw new UserError({
    code: "not-confirmed",
    what: "stopped before anything was written",
    where: "the answer at the terminal",
    next: "start again, or say it by options: --help lists them",
  });
}
