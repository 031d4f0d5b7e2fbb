import type { YamlData } from "./values/data.ts";

/** Data without bigints. */
export type RoundedData = null | boolean | number | string | RoundedData[] | { [key: string]: RoundedData };

/**
 * Data with the nearest number in the place of each bigint, for what only looks at sizes. Where there is none, it is
 * the same data.
 */
export function roundIntegers(data: YamlData): RoundedData {
  return hasBigint(data) ? rounded(data) : (data as RoundedData);
}

function hasBigint(data: YamlData): boolean {
  if (typeof data !== "object" || data === null) return typeof data === "bigint";
  if (Array.isArray(data)) return data.some(hasBigint);
  for (const key in data) if (hasBigint(data[key]!)) return true;
  return false;
}

function rounded(data: YamlData): RoundedData {
  if (typeof data === "bigint") return Number(data);
  if (typeof data !== "object" || data === null) return data;
  if (Array.isArray(data)) return data.map(rounded);
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, rounded(value)]));
}
