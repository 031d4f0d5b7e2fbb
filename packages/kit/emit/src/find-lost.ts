import { shown } from "@kit/errors";

// Go's YAML reader looks for the end of a key within 1,024 bytes, quotes and escapes included.
const longestKey = 1000;

/** A value that would not survive, and why. */
export interface Lost {
  /** Such as `data.FRONTEND_URL` or `spec.ports[0]`. */
  readonly path: string;
  readonly why: string;
  readonly next: string;
}

/**
 * Values that JSON or kustomize cannot carry unchanged: `undefined`, functions, `NaN`, and those that kustomize
 * itself loses or cannot read again (the key `<<`, control characters from U+007F on, U+2028, very long keys,
 * negative zero). Each was seen to be lost by `kustomize build`; docs/output.md lists them.
 *
 * @param onNull Called with the place of each null, in which YAML sees nothing wrong. The path is the caller's to keep.
 */
export function findLost(value: unknown, onNull?: OnNull): Lost[] {
  const lost: Lost[] = [];
  visit(value, [], { lost, onNull });
  return lost;
}

/** @param text The path, as a message names it. */
type OnNull = (path: readonly (string | number)[], text: string) => void;

type Trail = (string | number)[];

interface Found {
  readonly lost: Lost[];
  readonly onNull: OnNull | undefined;
}

// Runs for every value of every object, so what is right costs no allocation: the trail becomes a path only where
// something is lost.
function visit(value: unknown, trail: Trail, found: Found): void {
  if (value === null) found.onNull?.([...trail], pathOf(trail));
  else if (typeof value === "object") visitChildren(value, trail, found);
  else {
    const what = loss(value);
    if (what !== undefined) found.lost.push({ path: pathOf(trail), ...what });
  }
}

function visitChildren(value: object, trail: Trail, found: Found): void {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      trail.push(index);
      visit(value[index], trail, found);
      trail.pop();
    }
  } else if (isPlainObject(value)) {
    const [symbol] = Object.getOwnPropertySymbols(value);
    if (symbol !== undefined) found.lost.push({ path: pathOf(trail), ...lostSymbol(symbol) });
    for (const key of Object.keys(value)) {
      trail.push(key);
      const what = lostKey(key);
      if (what !== undefined) found.lost.push({ path: pathOf(trail), ...what });
      visit(value[key], trail, found);
      trail.pop();
    }
  } else {
    const why = `is a ${value.constructor.name}, which YAML cannot hold`;
    found.lost.push({ path: pathOf(trail), why, next: "write it as a string, number, boolean, list or map" });
  }
}

function lostSymbol(symbol: symbol): Omit<Lost, "path"> {
  return { why: `has the key ${String(symbol)}, which YAML cannot hold`, next: "write the key as a string" };
}

/** Why a value that is undefined is lost. */
export const isUndefined = "is undefined";

type Loss = Omit<Lost, "path">;

function loss(value: unknown): Loss | undefined {
  if (typeof value === "string") return lostText(value);
  if (typeof value === "number") return lostNumber(value);
  if (typeof value === "boolean") return undefined;
  if (typeof value === "bigint") return lostBigInt(value);
  if (value === undefined) return { why: isUndefined, next: "give it a value, or null to remove it in a patch" };
  const next = "write it as a string, number, boolean, list or map";
  return { why: `is ${shown(value)}, which YAML cannot hold`, next };
}

function lostText(text: string): Loss | undefined {
  const control = /[\u007F-\u009F\uFFFE\uFFFF]/.exec(text)?.[0];
  if (control !== undefined) {
    const name = `U+${control.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
    const what = control === "\u0085" ? "turns into a space" : "cannot read again";
    return { why: `has the control character ${name}, which kustomize ${what}`, next: "remove it" };
  }
  if (/[\u2028\u2029]/.test(text)) {
    const why = "has the line break U+2028 or U+2029, after which kustomize writes spaces";
    return { why, next: "write \\n instead" };
  }
  if (text.isWellFormed()) return undefined;
  const why = "has half of a surrogate pair, which is not a character";
  return { why, next: "cut strings by character, not by code unit" };
}

function lostNumber(value: number): Loss | undefined {
  if (!Number.isFinite(value)) return { why: `is ${value}, which JSON cannot hold`, next: "write a finite number" };
  return Object.is(value, -0) ? { why: "is -0, which kustomize turns into 0", next: "write 0" } : undefined;
}

function lostBigInt(value: bigint): Loss {
  const next =
    BigInt(Number(value)) === value
      ? `write the number ${value}, which JavaScript holds as it is`
      : "set it by a patch in the overlay: no number of JavaScript is exactly this one";
  return { why: `is the BigInt ${value}, which JSON cannot hold`, next };
}

function lostKey(key: string): Loss | undefined {
  if (key === "<<") return { why: "is the key <<, which YAML 1.1 reads as a merge", next: "name the key differently" };
  if (!isTooLong(key)) return lostText(key);
  return {
    why: `has a key of more than ${longestKey} bytes, which kustomize cannot read again`,
    next: "use a shorter key",
  };
}

/** `spec.ports[0].name`, with what is endless cut. */
function pathOf(trail: Trail): string {
  const parts = trail.map((part) => (typeof part === "number" ? `[${part}]` : `.${cut(part)}`));
  return parts.join("").replace(/^\./, "");
}

function cut(key: string): string {
  return key.length > 60 ? `${key.slice(0, 60)}…` : key;
}

// A code unit takes at most six bytes, as an escape, so most keys need no count.
function isTooLong(key: string): boolean {
  return 6 * key.length + 2 > longestKey && Buffer.byteLength(JSON.stringify(key)) > longestKey;
}

function isPlainObject(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
