import { argumentError, UserError } from "@kit/errors";
import { unguarded } from "@kit/terminal";
import { forTerminal } from "@kit/text";

/** Asks for what the arguments do not say. */
export interface Questions {
  /** Whether somebody answers. */
  readonly isAsked: boolean;
  /** A text, such as a name or a port. Where nobody can answer it is the default; without one that is an error. */
  text(option: string, message: string, otherwise?: string): Promise<string>;
  /** One of some words, of which the first is the default where `otherwise` is left out. */
  choice<const Word extends string>(
    option: string,
    message: string,
    words: Readonly<Record<Word, string>>,
    otherwise?: NoInfer<Word>,
  ): Promise<Word>;
}

/**
 * Asks at a terminal; elsewhere, and with `--yes`, it takes the defaults.
 *
 * @param values What the arguments say: it is not asked for.
 */
export function asking(values: Readonly<Record<string, unknown>>): Questions {
  const isAsked = values["yes"] !== true && process.stdin.isTTY && process.stderr.isTTY;
  return {
    isAsked,
    async text(option, message, otherwise) {
      const given = values[option];
      if (typeof given === "string") return given;
      if (isAsked) {
        const { text } = await import("@clack/prompts");
        const answer = await text({
          message: forTerminal(message),
          ...(otherwise === undefined ? {} : { placeholder: otherwise, defaultValue: otherwise }),
          output: unguarded(process.stderr),
        });
        return answered(answer);
      }
      if (otherwise !== undefined) return otherwise;
      throw argumentError(`nothing says ${message}`, `give --${option}`, "argument-missing");
    },
    async choice(option, message, words, otherwise) {
      const known = Object.keys(words) as (keyof typeof words)[];
      const given = values[option];
      if (typeof given === "string") return oneOf(option, given, known);
      if (!isAsked || known.length === 1) return otherwise ?? known[0]!;
      const { select } = await import("@clack/prompts");
      const answer = await select<string>({
        message: forTerminal(message),
        options: known.map((value) => ({ value, hint: forTerminal(words[value]) })),
        initialValue: otherwise ?? known[0]!,
        output: unguarded(process.stderr),
      });
      return oneOf(option, answered(answer), known);
    },
  };
}

/** @throws UserError where a word is not one of those that an option takes. */
function oneOf<Word extends string>(option: string, given: string, known: readonly Word[]): Word {
  const found = known.find((word) => word === given);
  if (found !== undefined) return found;
  throw argumentError(`--${option} cannot be ${JSON.stringify(given)}`, `write one of: ${known.join(", ")}`);
}

function answered(answer: string | symbol): string {
  if (typeof answer === "string") return answer;
  throw new UserError({
    code: "not-confirmed",
    what: "stopped at a question",
    where: "the answer at the terminal",
    next: "start again: nothing was written",
  });
}
