import type { Problem } from "@kit/errors";

/** What etcd takes in one request, unless it is told otherwise; the API server refuses what is larger. */
const mostBytes = 1.5 * 2 ** 20;
/** Far more than any kind has, and less than what reads and writes it can go down. */
const mostLevels = 200;

/**
 * What makes an object, or a patch, too much to go on with: it contains itself, or no API server would take it. Asked
 * before anything else, because all else goes down into it.
 */
export function checkSize(value: unknown, place: string): Problem[] {
  let bytes = 0;
  const pending: { readonly value: unknown; readonly level: number }[] = [{ value, level: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.level > mostLevels) return [isTooDeep(place)];
    if (typeof next.value === "string") bytes += next.value.length;
    if (bytes > mostBytes) return [isTooLarge(place)];
    if (typeof next.value !== "object" || next.value === null) continue;
    const level = next.level + 1;
    for (const [key, child] of Object.entries(next.value)) {
      bytes += key.length;
      pending.push({ value: child, level });
    }
  }
  return [];
}

function isTooDeep(where: string): Problem {
  const what = `the object goes more than ${mostLevels} levels down, or contains itself`;
  return { code: "value-lost", what, where, next: "write it out as plain lists and maps" };
}

function isTooLarge(where: string): Problem {
  return {
    code: "object-too-large",
    what: `the object has more than ${mostBytes / 2 ** 20} MB, which no API server takes`,
    where,
    next: "keep what is large in an image or a volume, and let the object name it",
  };
}
