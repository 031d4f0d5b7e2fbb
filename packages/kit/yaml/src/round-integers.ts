import type { YamlData } from "./values/data.ts";

/** Data without bigints. */
export type RoundedData = null | boolean | number | string | RoundedData[] | { [key: string]: RoundedData };

/**
 * Data with the nearest number in the place of each bigint, for what only looks at sizes. Where there is none, it is
 * the same data.
 */
export function roundIntegers(data: YamlData): RoundedData {
  if (typeof data === "bigint") return Number(data);
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) {
    const rounded = data.map(roundIntegers);
    return rounded.some((entry, index) => entry !== data[index]) ? rounded : (data as RoundedData[]);
  }
  const entries = Object.entries(data).map(([key, value]) => [key, roundIntegers(value)] as const);
  return entries.some(([key, value]) => value !== data[key])
    ? Object.fromEntries(entries)
    : (data as Record<string, RoundedData>);
}
