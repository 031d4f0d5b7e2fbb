import type { Problem, UserErrorCode } from "./problem.ts";
import { UserError } from "./user-error.ts";

/** What is wrong with an argument or option that a command was given. */
export function argumentProblem(what: string, next: string, code: UserErrorCode = "argument-value"): Problem {
  return { code, what, where: "the command's arguments", next };
}

/** The same, to be thrown alone. */
export function argumentError(what: string, next: string, code?: UserErrorCode, options?: ErrorOptions): UserError {
  return new UserError(argumentProblem(what, next, code), options);
}
