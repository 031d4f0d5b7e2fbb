import { isMap, type Json } from "@kit/kube";

/** An entry of a list and what has become of it; one of both is undefined where it is gone or new. */
export interface AlignedPair {
  readonly wanted: Json | undefined;
  readonly rendered: Json | undefined;
  /** Its position in what is rendered, or, where it is gone, in what was wanted. */
  readonly index: number;
  /** Its position in what was wanted; undefined for a new one. */
  readonly from: number | undefined;
}

/** The ways to find which entries of two lists belong together: by name, where all have one of their own, and by order. */
export function aligned(
  wanted: readonly Json[],
  rendered: readonly Json[],
  isSame: (wanted: Json, rendered: Json) => boolean,
): AlignedPair[][] {
  const named = byName(wanted, rendered);
  return [...(named === undefined ? [] : [named]), inOrder(wanted, rendered, isSame)];
}

function byName(wanted: readonly Json[], rendered: readonly Json[]): AlignedPair[] | undefined {
  const [before, after] = [positions(wanted), positions(rendered)];
  if (before === undefined || after === undefined) return undefined;
  const kept = [...after].map(([name, index]): AlignedPair => {
    const from = before.get(name);
    return { wanted: from === undefined ? undefined : wanted[from], rendered: rendered[index], index, from };
  });
  const gone = [...before].filter(([name]) => !after.has(name));
  return [
    ...kept,
    ...gone.map(([, from]): AlignedPair => ({ wanted: wanted[from], rendered: undefined, index: from, from })),
  ];
}

function positions(list: readonly Json[]): Map<string, number> | undefined {
  const found = new Map<string, number>();
  for (const [index, entry] of list.entries()) {
    const name = nameOf(entry);
    if (name === undefined || found.has(name)) return undefined;
    found.set(name, index);
  }
  return found;
}

/** The longest common part of both, in order. */
function inOrder(
  wanted: readonly Json[],
  rendered: readonly Json[],
  isSame: (wanted: Json, rendered: Json) => boolean,
): AlignedPair[] {
  const same = wanted.map((one) => rendered.map((other) => isSame(one, other)));
  const length = Array.from({ length: wanted.length + 1 }, () => Array.from({ length: rendered.length + 1 }, () => 0));
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = rendered.length - 1; j >= 0; j--) {
      length[i]![j] = same[i]![j] ? length[i + 1]![j + 1]! + 1 : Math.max(length[i + 1]![j]!, length[i]![j + 1]!);
    }
  }
  const pairs: AlignedPair[] = [];
  let [i, j] = [0, 0];
  while (i < wanted.length || j < rendered.length) {
    if (i < wanted.length && j < rendered.length && same[i]![j]) {
      pairs.push({ wanted: wanted[i], rendered: rendered[j], index: j, from: i });
      i++;
      j++;
    } else if (j >= rendered.length || (i < wanted.length && length[i + 1]![j]! >= length[i]![j + 1]!)) {
      pairs.push({ wanted: wanted[i], rendered: undefined, index: i, from: i });
      i++;
    } else {
      pairs.push({ wanted: undefined, rendered: rendered[j], index: j, from: undefined });
      j++;
    }
  }
  return joined(pairs, isSame);
}

/** An entry cannot be gone and new: it was moved, or one of that name was changed. */
function joined(pairs: readonly AlignedPair[], isSame: (wanted: Json, rendered: Json) => boolean): AlignedPair[] {
  const gone = new Set(pairs.filter(({ rendered }) => rendered === undefined));
  const moved = pairs.map((pair) => {
    if (pair.wanted !== undefined || pair.rendered === undefined) return pair;
    const { rendered } = pair;
    const name = nameOf(rendered);
    const other = [...gone].find(({ wanted }) =>
      name === undefined ? isSame(wanted!, rendered) : nameOf(wanted!) === name,
    );
    if (other === undefined) return pair;
    gone.delete(other);
    return { ...pair, wanted: other.wanted, from: other.from };
  });
  return moved.filter((pair) => pair.rendered !== undefined || gone.has(pair));
}

function nameOf(entry: Json): string | undefined {
  const name = isMap(entry) ? entry["name"] : undefined;
  return typeof name === "string" ? name : undefined;
}
