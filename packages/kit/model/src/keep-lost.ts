import { Namespace } from "kubernetes-models/v1/Namespace";

/**
 * Lets the classes of kubernetes-models keep what they would drop without a word, `undefined` and keys that are symbols, so that
 * the build can refuse it where it stands: a value that is missing must not become a field that is missing.
 *
 * The classes copy what they are given in two methods, which this replaces with methods that copy all of it.
 */
export function keepLostValues(): void {
  // The class that all of them extend. Its own package would be a second copy of it where versions differ.
  Object.assign(Object.getPrototypeOf(Namespace.prototype) as object, {
    setDefinedProps(this: object, data: unknown): void {
      if (typeof data === "object" && data !== null) Object.assign(this, copyOf(data));
    },
    toJSON(this: object): unknown {
      return copyEntries(this);
    },
  });
}

/** A copy of plain data, with what is lost on the way still in it; what is not plain is the value itself. */
export function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  // Holes of an array are copied as undefined.
  if (Array.isArray(value)) return Array.from(value, copyOf);
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null ? copyEntries(value) : value;
}

function copyEntries(map: object): object {
  const copy: Record<string | symbol, unknown> = {};
  for (const key of Object.keys(map)) {
    const value = copyOf((map as typeof copy)[key]);
    // Set, it would be the prototype of the copy.
    if (key === "__proto__") Object.defineProperty(copy, key, { ...isOwn, value });
    else copy[key] = value;
  }
  for (const key of Object.getOwnPropertySymbols(map)) copy[key] = (map as typeof copy)[key];
  return copy;
}

const isOwn = { enumerable: true, configurable: true, writable: true };
