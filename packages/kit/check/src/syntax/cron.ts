import { durationOf } from "@kit/kube";

// github.com/robfig/cron/v3, ParseStandard: what the API server reads schedules with.

interface Bounds {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly words?: readonly string[];
}

const fields: readonly Bounds[] = [
  { name: "minute", from: 0, to: 59 },
  { name: "hour", from: 0, to: 23 },
  { name: "day of the month", from: 1, to: 31 },
  { name: "month", from: 1, to: 12, words: "jan feb mar apr may jun jul aug sep oct nov dec".split(" ") },
  { name: "day of the week", from: 0, to: 6, words: "sun mon tue wed thu fri sat".split(" ") },
];

const descriptors = ["@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly"];

/** Why a text is not a schedule of a CronJob: `has 6 fields, and must have 5`. */
export function scheduleProblem(text: string): string | undefined {
  if (text.includes("TZ")) return "must not name a time zone, which the field timeZone does";
  if (text.startsWith("@every ")) {
    return durationOf(text.slice(7)) !== undefined ? undefined : "must have a duration such as 1h30m after @every";
  }
  if (text.startsWith("@")) {
    return descriptors.includes(text)
      ? undefined
      : `must be one of ${descriptors.join(", ")}, or @every and a duration`;
  }
  const parts = text.split(/\s+/).filter((part) => part !== "");
  if (parts.length !== fields.length) return `has ${parts.length} fields, and must have ${fields.length}`;
  for (const [index, part] of parts.entries()) {
    const bounds = fields[index]!;
    for (const range of part.split(",").filter((one) => one !== "")) {
      const problem = rangeProblem(range, bounds);
      if (problem !== undefined) return `has ${JSON.stringify(range)} as the ${bounds.name}, ${problem}`;
    }
  }
  return undefined;
}

/** `*`, `5`, `1-5`, `mon-fri`, each with a step if one likes: `0-30/10`. `N/step` means from N to the end. */
function rangeProblem(text: string, bounds: Bounds): string | undefined {
  const { words = [] } = bounds;
  const [range = "", step, ...tooMany] = text.split("/");
  const [low = "", high, ...more] = range.split("-");
  if (tooMany.length > 0) return "which has too many slashes";
  const isAny = low === "*" || low === "?";
  if (!isAny && more.length > 0) return "which has too many hyphens";
  const from = isAny ? bounds.from : numberOf(low, bounds);
  const last = isAny ? bounds.to : high === undefined ? from : numberOf(high, bounds);
  const by = step === undefined ? 1 : plainNumber(step);
  if (from === undefined || last === undefined || by === undefined)
    return words.length > 0 ? "which is neither a number nor a name" : "which is not a number";
  if (by === 0) return "and a step must be 1 or more";
  const to = step !== undefined && high === undefined ? bounds.to : last;
  if (from < bounds.from || to > bounds.to) return `and it goes from ${bounds.from} to ${bounds.to}`;
  return from > to ? "and a range must not go backwards" : undefined;
}

function numberOf(text: string, { words = [], from }: Bounds): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  return word === -1 ? plainNumber(text) : word + from;
}

function plainNumber(text: string): number | undefined {
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}
