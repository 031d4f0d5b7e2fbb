/**
 * What a station makes of its inputs, and of a copy of them, twice: all are equal where it reads its inputs alone and leaves
 * them as they are. The copy has plain data and nothing else, and cannot be changed.
 *
 * @throws DataCloneError where the inputs are no plain data; TypeError where the station changes them.
 */
export function runOnCopies<Values, Result>(run: (values: Values) => Result, values: Values): [Result, Result, Result] {
  const copy = frozen(structuredClone(values));
  return [run(values), run(copy), run(copy)];
}

function frozen<Value>(value: Value, seen = new Set<unknown>()): Value {
  if (typeof value !== "object" || value === null || seen.has(value)) return value;
  seen.add(value);
  if (value instanceof Map) {
    for (const one of [...value].flat()) frozen(one, seen);
    for (const method of ["set", "delete", "clear"]) Object.defineProperty(value, method, { value: refuse });
  } else if (value instanceof Set) {
    for (const one of value) frozen(one, seen);
    for (const method of ["add", "delete", "clear"]) Object.defineProperty(value, method, { value: refuse });
  }
  for (const child of Object.values(value)) frozen(child, seen);
  return Object.freeze(value);
}

function refuse(): never {
  throw new TypeError("an input cannot be changed");
}
