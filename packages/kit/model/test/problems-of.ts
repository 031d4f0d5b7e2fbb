import type { Problem, UserError } from "@kit/errors";

/** What the input is told to be wrong with; nothing where it is fine. */
export function problemsOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    return (error as UserError).problems;
  }
}
