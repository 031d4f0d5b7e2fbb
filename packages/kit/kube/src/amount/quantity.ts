import { isQuantity } from "@kit/schema";

// k8s.io/apimachinery/pkg/api/resource: digits, then a decimal or binary suffix or an exponent. `E` alone is exa.
const parts = /^([+-]?)(\d*)(?:\.(\d*))?(.*)$/;
const binary: Readonly<Record<string, bigint>> = { Ki: 10n, Mi: 20n, Gi: 30n, Ti: 40n, Pi: 50n, Ei: 60n };
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };

const nano = 9;
/** The longest exponent that is worked out: 10 to this power is more than any quantity may be. */
const farthest = 100;

/**
 * A Kubernetes quantity such as `250m`, `1.5Gi` or `1e3` in billionths of its unit, exactly; a finer part is
 * rounded away from zero, as the API server does. Undefined of what is not a quantity.
 *
 * As the API server decodes it: spaces around it do not count, and without a digit it is 0.
 */
export function quantityOf(value: unknown): bigint | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
  if (!isQuantity(text)) return undefined;
  const [, sign, whole = "", fraction = "", suffix = ""] = parts.exec(trimmedQuantity(text))!;
  const digits = whole + fraction;
  const mantissa = BigInt(digits) << (binary[suffix] ?? 0n);
  const exponent = nano + exponentOf(suffix) - fraction.length;
  const size =
    mantissa === 0n ? 0n : shift(mantissa, Math.max(-farthest - digits.length, Math.min(farthest, exponent)));
  return sign === "-" ? -size : size;
}

/** The API server takes a quantity out of its quotes and cuts the spaces off, and nothing else that is blank. */
export function trimmedQuantity(text: string): string {
  return text.replaceAll(/^ +| +$/g, "");
}

/** Billionths in thousandths, as CPU is counted; rounded away from zero. */
export function toMilli(nanos: bigint): bigint {
  return divide(nanos, 1_000_000n);
}

/** Billionths in whole units, as memory and everything else is counted; rounded away from zero. */
export function toWhole(nanos: bigint): bigint {
  return divide(nanos, 1_000_000_000n);
}

function exponentOf(suffix: string): number {
  return decimal[suffix] ?? (/^[eE][+-]?\d/.test(suffix) ? Number(suffix.slice(1)) : 0);
}

/** Times ten to a power; rounded away from zero. */
function shift(value: bigint, power: number): bigint {
  return power >= 0 ? value * 10n ** BigInt(power) : divide(value, 10n ** BigInt(-power));
}

function divide(value: bigint, by: bigint): bigint {
  return (value + (value > 0n ? by - 1n : 1n - by)) / by;
}
