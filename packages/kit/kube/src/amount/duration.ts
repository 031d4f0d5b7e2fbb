const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const amount = String.raw`(?:\d+\.?(\d*)|\.(\d+))(ns|us|µs|μs|ms|s|m|h)`;
const syntax = new RegExp(`^[+-]?(?:0|(?:${amount})+)$`);

/** A Go duration has 64 bits. */
const most = 2n ** 63n - 1n;

/**
 * A duration such as `1h30m` or `1.5h` in nanoseconds. Undefined of anything else, as `ParseDuration` of Go's time has it:
 * every number but 0 has a unit, and days have none.
 */
export function durationOf(value: unknown): bigint | undefined {
  if (typeof value !== "string" || !syntax.test(value)) return undefined;
  let sum = 0n;
  for (const [, whole = "", fraction = "", unit = ""] of value.matchAll(/(\d*)\.?(\d*)(ns|us|µs|μs|ms|s|m|h)/g)) {
    sum += (BigInt(whole + fraction) * units[unit]!) / 10n ** BigInt(fraction.length);
  }
  if (value.startsWith("-")) return sum > most + 1n ? undefined : -sum;
  return sum > most ? undefined : sum;
}

/** A duration as Go prints it, and so as the API server gives it back: `8760h0m0s` for `8760h`, `1.5s` for `1500ms`. */
export function durationText(nanoseconds: bigint): string {
  if (nanoseconds < 0n) return `-${durationText(-nanoseconds)}`;
  if (nanoseconds === 0n) return "0s";
  const small = ["ns", "µs", "ms"].find((unit) => nanoseconds < units[unit]! * 1000n);
  if (small !== undefined) return decimalText(nanoseconds, small);
  const [hours, minutes] = [nanoseconds / units["h"]!, (nanoseconds % units["h"]!) / units["m"]!];
  const seconds = decimalText(nanoseconds % units["m"]!, "s");
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}

function decimalText(nanoseconds: bigint, unit: string): string {
  const of = units[unit]!;
  const digits = String(of).length - 1;
  const fraction = String(nanoseconds % of)
    .padStart(digits, "0")
    .replace(/0+$/, "");
  return `${nanoseconds / of}${digits === 0 || fraction === "" ? "" : `.${fraction}`}${unit}`;
}
