const percent = /^[0-9]+%$/;

/** The number of a percentage such as `25%`; undefined of everything else. */
function percentOf(value: number | string | undefined): number | undefined {
  return typeof value === "string" && percent.test(value) ? Number(value.slice(0, -1)) : undefined;
}

/** Why a value is neither a number from 0 on nor a percentage. A number in quotes is neither. */
export function intOrPercentProblem(value: number | string): string | undefined {
  if (typeof value === "number") return value < 0 ? "must be 0 or more" : undefined;
  return percent.test(value) ? undefined : "must be a number without quotes, or a percentage such as 25%";
}

/** The same of one that must not be more than 100%. */
export function shareProblem(value: number | string): string | undefined {
  return intOrPercentProblem(value) ?? ((percentOf(value) ?? 0) > 100 ? "must be 100% at most" : undefined);
}

/** Whether it comes to nothing: 0 or `0%`. */
export function isZero(value: number | string): boolean {
  return value === 0 || percentOf(value) === 0;
}
