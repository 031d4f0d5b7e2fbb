import { formatProblem } from "./format-problem.ts";
import { hasMark } from "./mark.ts";
import type { Problem } from "./problem.ts";

const mark: unique symbol = Symbol.for("typed-manifests/UserError");

/**
 * Input that cannot be built: shown as short text without a stack, exit code 2.
 *
 * Carries every problem that one run found, so that nobody fixes them one at a time.
 */
export class UserError extends Error {
  /** A helper's may be of another copy of this class than the command's. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return hasMark(value, mark);
  }

  readonly [mark] = true;
  override readonly name = "UserError";
  readonly problems: readonly Problem[];

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const all = Array.isArray(problems) ? (problems as readonly Problem[]) : [problems as Problem];
    super(all.map(formatProblem).join("\n\n"), options);
    this.problems = all;
  }

  /** Throws when there is at least one problem, with all of them. */
  static throwIfAny(problems: readonly Problem[]): void {
    if (problems.length > 0) throw new UserError(problems);
  }
}
