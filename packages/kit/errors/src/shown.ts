import { maskSecrets } from "@kit/leaks";

const longest = 80;

/** An offending value as a message may show it: short, on one line, without what looks like a secret. */
export function shown(value: unknown): string {
  if (value === undefined) return "undefined";
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  const text = maskSecrets(asJson(value).replaceAll(/\/\/[^/@\s"]+@/g, "//***@"));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function asJson(value: unknown): string {
  try {
    // Enough to be cut: a value may have megabytes.
    const short = typeof value === "string" ? value.slice(0, 10 * longest) : value;
    return JSON.stringify(short) ?? String(short);
  } catch {
    return "a value that cannot be shown";
  }
}
