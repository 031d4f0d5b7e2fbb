import type { Path } from "@kit/schema";
import type { ReportFinding } from "../define-check.ts";

/** Values of which none may be there twice. */
export interface UniqueRule {
  readonly path: Path;
  /** What each is: `the name`. */
  readonly what: string;
  readonly values: readonly (string | undefined)[];
  /** The field of an item that has the value. Default: the item is the value. */
  readonly field?: string;
}

/** Reports values of a list that are there before. What is missing or empty is for others to say. */
export function judgeUnique(report: ReportFinding, { path, what, values, field }: UniqueRule): void {
  values.forEach((value, index) => {
    if (value === undefined || value === "" || values.indexOf(value) === index) return;
    const place = [...path, index, ...(field === undefined ? [] : [field])];
    report({ path: place, message: `${what} ${JSON.stringify(value)} is there before`, fix: "remove one of them" });
  });
}
