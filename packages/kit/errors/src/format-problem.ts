import { forTerminal, forTerminalLines } from "@kit/text";
import type { Problem, UserErrorCode } from "./problem.ts";

/** What quotes a program's or a package's own text, or lists what it is about: only there a line break is one. */
const withLines: ReadonlySet<UserErrorCode> = new Set([
  "change-not-built",
  "control-plane-missing",
  "does-not-compile",
  "kustomize-failed",
  "object-duplicate",
  "overlay-namespace",
  "package-threw",
  "package-used",
  "ref-not-built",
  "rendered-differs",
  "secret-source",
]);

/** What is in two places: a line for each. */
const withPlaces: ReadonlySet<UserErrorCode> = new Set(["overlay-overwritten"]);

const indent = " ".repeat("  to fix: ".length);

/**
 * A problem as its reader sees it: what is wrong, then where, then what to do. Names are data: none begins a line, or
 * acts on a terminal.
 */
export function formatProblem({ code, what, where, next }: Problem): string {
  const said = withLines.has(code) ? forTerminalLines(what) : forTerminal(what);
  const advice = forTerminalLines(next).replaceAll("\n", `\n${indent}`);
  const places = withPlaces.has(code) ? where.split("\n").map(forTerminal).join(`\n${indent}`) : forTerminal(where);
  return `error[${code}]: ${said}\n  where:  ${places}\n  to fix: ${advice}`;
}
