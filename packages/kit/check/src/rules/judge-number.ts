import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

/** A number that may be left out, and the bounds between which it has to be. */
export interface NumberRule {
  readonly path: Path;
  /** What the number is: `runAsUser`. */
  readonly what: string;
  readonly value: number | undefined;
  readonly from: number;
  /** Default: none. */
  readonly to?: number;
}

/** Reports a number that is out of its bounds. */
export function judgeNumber(report: ReportFinding, { path, what, value, from, to = Infinity }: NumberRule): void {
  if (value === undefined || (value >= from && value <= to)) return;
  const bounds = to === Infinity ? `${from} or more` : `from ${from} to ${to}`;
  report({ path, message: `${what} is ${value}, and must be ${bounds}`, fix: `set it to a number that is ${bounds}` });
}
