import { numberText } from "./number-text.ts";
import type { Severity } from "../finding.ts";
import type { LocatedFinding } from "./locate.ts";

/** What a run of the checks comes to. */
export interface CheckReport {
  /** Also what others of them tell as well: `toldOf` leaves it out. */
  readonly findings: readonly LocatedFinding[];
  /** How much was judged. */
  readonly environments: readonly string[];
  readonly objects: number;
  readonly checks: number;
}

/** How many findings are left out, as a line: `and 4,970 more: --all shows them`. */
export function moreText(count: number, how: string): string {
  return `and ${numberText(count)} more: ${how}\n`;
}

/** How many findings there are of each severity. */
export function countBySeverity(findings: readonly { readonly severity: Severity }[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `1 error`, `2 errors`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
