import { EnvironmentFailure } from "./environment-failure.ts";
import { UserError } from "./user-error.ts";

/** The exit codes of every command. */
export const exitCodes = { ok: 0, finding: 1, userError: 2, environmentFailure: 3, bug: 70 } as const;

/** The exit code for something thrown: what nobody foresaw is a bug. */
export function exitCodeOf(thrown: unknown): number {
  if (thrown instanceof UserError) return exitCodes.userError;
  if (thrown instanceof EnvironmentFailure) return exitCodes.environmentFailure;
  return exitCodes.bug;
}
