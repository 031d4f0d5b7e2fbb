import { forTerminal, forTerminalLines } from "@kit/text";
import type { Problem, UserErrorCode } from "./problem.ts";

/** What quotes a program's or a package's own text, or lists what it is about: only there a line break is one. */
const withLines: ReadonlySet<UserErrorCode> = new Set([
  "control-plane-missing",
  "does-not-compile",
  "kustomize-failed",
  "overlay-namespace",
  "package-threw",
  "secret-source",
]);

/**
 * A problem as its reader sees it: what is wrong, then where, then what to do. Names are data: none begins a line, or
 * acts on a terminal.
 */
export function formatProblem({ code, what, where, next }: Problem): string {
  const said = withLines.has(code) ? forTerminalLines(what) : forTerminal(what);
  const advice = forTerminalLines(next).replaceAll("\n", `\n${" ".repeat("  to mend: ".length)}`);
  return `error[${code}]: ${said}\n  where:   ${forTerminal(where)}\n  to mend: ${advice}`;
}
