import { forTerminalLines } from "@kit/text";
import type { Problem } from "./problem.ts";

/** A problem as its reader sees it: what is wrong, then where, then what to do. */
export function formatProblem(problem: Problem): string {
  const where = indent(problem.where, "  where:   ");
  const next = indent(problem.next, "  to mend: ");
  return `error[${problem.code}]: ${forTerminalLines(problem.what)}\n${where}\n${next}`;
}

function indent(text: string, label: string): string {
  return (
    label +
    forTerminalLines(text)
      .split("\n")
      .join(`\n${" ".repeat(label.length)}`)
  );
}
