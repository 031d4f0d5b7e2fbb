import type { TextOrBytes } from "./decode.ts";
import type { DataPath, YamlDocument } from "./document.ts";
import { readAsKubectl } from "./kubectl.ts";
import { readAsKustomize } from "./kustomize.ts";
import type { TextPlace, YamlRefusal } from "./refusal.ts";
import type { YamlData } from "./values/data.ts";

/** What one reader makes of a place; undefined where there is nothing. */
export type Reading = { readonly value: YamlData | undefined } | { readonly refusal: YamlRefusal };

/** A place of a file that kubectl and kustomize read in different ways. */
export interface ReadingDifference {
  /** Which document, of those that kubectl reads; from 0. */
  readonly document: number;
  readonly path: DataPath;
  readonly place: TextPlace | undefined;
  readonly kubectl: Reading;
  readonly kustomize: Reading;
}

/** A file is read on from its first differences, and not told to the end. */
const most = 20;

/**
 * Where kubectl and kustomize differ on a file. What both refuse is no difference, nor is what only our own limits do.
 *
 * @param own What kubectl reads in it, where that has been read.
 */
export function compareReadings(
  input: TextOrBytes,
  own: readonly YamlDocument[] = readAsKubectl(input),
): ReadingDifference[] {
  const same = own.filter((one) => one.refusal === undefined && one.isSameInBoth === true);
  const others = readAsKustomize(input, new Map(same.map((one) => [one.text, one])));
  const refused = others.find(({ refusal }) => refusal !== undefined);
  if (refused?.refusal !== undefined) return refusedByOne(own, refused.refusal);
  return own
    .flatMap((document, index) => differencesIn(document, others[index], index))
    .concat(own.length < others.length ? [extra(own, others)] : [])
    .slice(0, most);
}

function refusedByOne(own: readonly YamlDocument[], refusal: YamlRefusal): ReadingDifference[] {
  if (isOurLimit(refusal) || own.some((document) => document.refusal !== undefined)) return [];
  const { place } = refusal;
  const index = own.findLastIndex(({ line }) => line <= (place?.line ?? 1));
  const document = own[Math.max(index, 0)];
  if (document === undefined) return [];
  return [{ document: Math.max(index, 0), path: [], place, kubectl: { value: document.data }, kustomize: { refusal } }];
}

function isOurLimit({ said }: YamlRefusal): boolean {
  return said.startsWith("its aliases make") || said.startsWith("exceeded max depth");
}

function differencesIn(own: YamlDocument, other: YamlDocument | undefined, document: number): ReadingDifference[] {
  if (own.refusal !== undefined) {
    const { refusal } = own;
    if (isOurLimit(refusal)) return [];
    return [{ document, path: [], place: refusal.place, kubectl: { refusal }, kustomize: { value: other?.data } }];
  }
  return differentPaths(own.data, other?.data, []).map(({ path, values: [value, kustomize] }) => ({
    document,
    path,
    place: own.placeOf(path),
    kubectl: { value },
    kustomize: { value: kustomize },
  }));
}

/** kustomize reads more documents: kubectl takes a null for none, in another way. */
function extra(own: readonly YamlDocument[], others: readonly YamlDocument[]): ReadingDifference {
  const other = others[own.length]!;
  const place = { line: other.line, column: 1 };
  return { document: own.length, path: [], place, kubectl: { value: undefined }, kustomize: { value: other.data } };
}

interface DifferentPath {
  readonly path: DataPath;
  readonly values: readonly [YamlData | undefined, YamlData | undefined];
}

function differentPaths(one: YamlData | undefined, other: YamlData | undefined, path: DataPath): DifferentPath[] {
  if (one === other) return [];
  if (!isCollection(one) || !isCollection(other) || Array.isArray(one) !== Array.isArray(other)) {
    return [{ path, values: [one, other] }];
  }
  const [own, others] = [one, other] as Readonly<Record<string, YamlData>>[];
  return [...new Set([...Object.keys(own!), ...Object.keys(others!)])].flatMap((key) =>
    differentPaths(valueAt(own!, key), valueAt(others!, key), [...path, Array.isArray(one) ? Number(key) : key]),
  );
}

function isCollection(data: YamlData | undefined): data is YamlData & object {
  return typeof data === "object" && data !== null;
}

function valueAt(data: Readonly<Record<string, YamlData>>, key: string): YamlData | undefined {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}
