import { UserError } from "@kit/errors";
import { unguarded } from "@kit/terminal";
import { forTerminal } from "@kit/text";
import { canAsk } from "../new/ask-name.ts";

/**
 * Asks at a terminal whether a change is to be made.
 *
 * @param what `rename the service shop/cart`.
 * @throws UserError where the answer is no, or nobody can answer.
 */
export async function confirmChange(what: string, yes: boolean | undefined): Promise<void> {
  if (yes === true) return;
  if (!canAsk()) throw stopped(what, "there is no terminal to ask at", "add --yes");
  const { confirm } = await import("@clack/prompts");
  const answer = await confirm({
    message: `${forTerminal(what)}?`,
    initialValue: false,
    output: unguarded(process.stderr),
  });
  if (answer !== true) throw stopped(what, "the answer at the terminal", "start again, or add --yes");
}

function stopped(what: string, where: string, next: string): UserError {
  return new UserError({
    code: "not-confirmed",
    what: `stopped before it would ${what}: nothing was written`,
    where,
    next,
  });
}
