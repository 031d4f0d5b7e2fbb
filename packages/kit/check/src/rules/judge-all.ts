import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

/** A list of names in which `*` stands for all. */
export interface AllRule {
  readonly path: Path;
  /** What they are: `API groups`. */
  readonly what: string;
  readonly names: readonly string[] | undefined;
}

/** Reports a list that is missing or empty, or has names beside `*`. */
export function judgeAll(report: ReportFinding, { path, what, names = [] }: AllRule): void {
  if (names.length === 0) report({ path, message: `the ${what} are missing`, fix: "write at least one, or *" });
  if (names.length < 2 || !names.includes("*")) return;
  report({ path, message: `the ${what} have others beside *`, fix: "remove *, or the others" });
}
