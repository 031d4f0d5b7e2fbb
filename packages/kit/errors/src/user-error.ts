import { formatProblem } from "./format-problem.ts";
import type { Problem } from "./problem.ts";

/**
 * Input that cannot be built: shown as short text without a stack, exit code 2.
 *
 * Carries every problem that one run found, so that nobody fixes them one at a time.
 */
export class UserError extends Error {
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
