export { UserError } from "./user-error.ts";
export { EnvironmentFailure } from "./environment-failure.ts";
export { formatProblem } from "./format-problem.ts";
export { exitCodeOf, exitCodes } from "./exit-codes.ts";
export { nearest } from "./nearest.ts";
export { shown } from "./shown.ts";
export { describeThrown, packageOf, packagePlace, stackOf } from "./thrown.ts";
export type { Problem, UserErrorCode } from "./problem.ts";
export type { EnvironmentFailureCode } from "./environment-failure.ts";
