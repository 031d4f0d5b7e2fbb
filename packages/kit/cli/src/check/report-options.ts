import { groupings, selectorProblem, type GroupBy } from "@kit/check";
import { argumentError, argumentProblem, didYouMean, shown, UserError } from "@kit/errors";

/** What the options of `check` say of its report, as they were written. */
interface Written {
  readonly notes?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly only?: string | undefined;
  readonly "group-by"?: string | undefined;
  readonly max?: string | undefined;
  readonly "max-warnings"?: string | undefined;
}

/** What of the findings is told, and how. */
export interface ReportOptions {
  readonly notes: boolean;
  readonly all: boolean;
  /** Ids, groups and severities of checks. Undefined for all. */
  readonly only: readonly string[] | undefined;
  readonly groupBy: GroupBy | undefined;
  readonly max: number | undefined;
  readonly maxWarnings: number;
}

/**
 * Reads the options of a report.
 *
 * @param format What it is printed as: who reads JSON or SARIF gets it whole.
 * @throws UserError where one says what it cannot.
 */
export function reportOptions(written: Written, format: string): ReportOptions {
  const { notes = false, all = false, only } = written;
  const forPeople = ["text", "compact"];
  for (const name of ["max", "group-by"] as const) {
    if (written[name] === undefined || forPeople.includes(format)) continue;
    throw argumentError(
      `--${name} cannot be given with --format ${format}`,
      `write --format ${forPeople.join(" or ")}, or leave it out`,
    );
  }
  const names = only?.split(",").map((name) => name.trim());
  UserError.throwIfAny(
    (names ?? []).flatMap((name) => {
      const problem = selectorProblem(name);
      return problem === undefined ? [] : [argumentProblem(problem.what, problem.next)];
    }),
  );
  return {
    // Who names a check wants to see what it finds.
    notes: notes || names !== undefined,
    all,
    only: names,
    groupBy: groupByOf(written["group-by"]),
    max: numberOf("max", written.max, "--max 30"),
    maxWarnings: numberOf("max-warnings", written["max-warnings"], "--max-warnings 0") ?? Infinity,
  };
}

function groupByOf(value: string | undefined): GroupBy | undefined {
  const known = Object.keys(groupings);
  if (value === undefined || isGroupBy(value)) return value;
  throw argumentError(
    `--group-by cannot be ${shown(value)}`,
    `findings are grouped by: ${known.join(", ")}${didYouMean(value, known)}`,
  );
}

function isGroupBy(value: string): value is GroupBy {
  return Object.hasOwn(groupings, value);
}

function numberOf(name: string, value: string | undefined, example: string): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d+$/.test(value)) return Number(value);
  throw argumentError(`--${name} cannot be ${value}`, `write a whole number, such as ${example}`);
}
