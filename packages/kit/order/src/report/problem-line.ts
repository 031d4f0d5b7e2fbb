import { orderProblemText, type OrderProblem } from "../order-problems.ts";

/** A problem in one line: of which object, what, and what to write instead. */
export function problemLine(problem: OrderProblem): string {
  return `${orderProblemText(problem)}; ${problem.fix}`;
}
