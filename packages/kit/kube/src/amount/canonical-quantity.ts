import { quantityOf, trimmedQuantity } from "./quantity.ts";

const syntax = /^([+-]?)(\d*)(?:\.(\d*))?([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;
const decimal = new Map(
  ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].map((suffix, index) => [suffix, index * 3 - 9]),
);
const binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/** What the API server counts in, and the most it keeps of a binary quantity. */
const one = 1_000_000_000n;
const most = (2n ** 63n - 1n) * one;

/**
 * A quantity as the API server gives it back: `1` for `1000m`, `3Gi` for `3072Mi`, `100m` for `0.1`. Undefined where
 * the text is invalid, or is greater than one may be.
 *
 * As `ParseQuantity` and `CanonicalizeBytes` of k8s.io/apimachinery/pkg/api/resource have it.
 */
export function canonicalQuantity(value: string | number): string | undefined {
  const nanos = quantityOf(value);
  const text = trimmedQuantity(String(value));
  const [matched, , whole = "", fraction = "", suffix = ""] = syntax.exec(text) ?? [];
  if (nanos === undefined || matched === undefined) return undefined;
  const digits = whole.replace(/^0+/, "") || "0";
  if (nanos === 0n) return "0";
  if (isKept(digits, fraction, suffix)) return text;
  return suffix.endsWith("i") ? binaryText(nanos) : decimalText(nanos, /^[eE]./.test(suffix));
}

/** The server keeps what it takes for canonical at a glance: also `1.500` and `+5`, which are not. */
function isKept(digits: string, fraction: string, suffix: string): boolean {
  const power = binary.indexOf(suffix);
  if (power > 0) {
    const precision = 15 - digits.length - Math.trunc(power * 3) - 1;
    return fraction === "" && precision >= 0 && (BigInt(digits) & 7n) !== 0n;
  }
  const shifted = digits + fraction;
  const scale = (decimal.get(suffix) ?? Number(suffix.slice(1))) - fraction.length;
  if (shifted.length > 18 || scale < -9) return false;
  return scale % 3 === 0 && !shifted.endsWith("000") && !shifted.startsWith("0");
}

function binaryText(nanos: bigint): string | undefined {
  if (nanos > most) return undefined;
  const isSmall = nanos > -1024n * one && nanos < 1024n * one;
  if (isSmall || nanos % one !== 0n) return decimalText(nanos, false);
  let [amount, power] = [nanos / one, 0];
  while (amount % 1024n === 0n) [amount, power] = [amount / 1024n, power + 1];
  // Without a suffix it is read as a decimal one from the storage, and written anew: `4416k` for `4312.5Ki`.
  if (power === 0) return decimalText(nanos, false);
  return binary[power] === undefined ? undefined : `${amount}${binary[power]}`;
}

function decimalText(nanos: bigint, isExponent: boolean): string | undefined {
  let [amount, exponent] = [nanos, -9];
  while (amount % 1000n === 0n) [amount, exponent] = [amount / 1000n, exponent + 3];
  if (isExponent) return exponent === 0 ? `${amount}` : `${amount}e${exponent}`;
  const suffix = [...decimal].find(([, of]) => of === exponent)?.[0];
  return suffix === undefined ? undefined : `${amount}${suffix}`;
}
