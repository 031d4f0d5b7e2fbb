import { argumentError, shown } from "@kit/errors";

/** The sizes of a whole run, in services. */
export const allSizes: readonly number[] = [10, 100, 1000];

// A name has four digits.
const largest = 9999;

/**
 * The sizes that `--services` asks for, ascending and each once; all where it is not given.
 *
 * @throws UserError for what is not a whole number from 1 to 9999.
 */
export function parseSizes(text: string | undefined): readonly number[] {
  if (text === undefined) return allSizes;
  const parts = text.split(",").map((part) => part.trim());
  const wrong = parts.find((part) => !/^[1-9]\d*$/.test(part) || Number(part) > largest);
  if (wrong !== undefined) {
    throw argumentError(
      `--services takes whole numbers from 1 to ${largest}, got ${shown(wrong)}`,
      `write numbers with commas between them, such as --services ${allSizes.slice(0, 2).join(",")}`,
    );
  }
  return [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
}

/** How often a size is measured: what takes minutes is measured less often. */
export function turnsFor(services: number): number {
  return services >= 1000 ? 3 : 5;
}
