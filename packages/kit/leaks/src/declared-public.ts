import { findSecrets } from "./find-secrets.ts";

/** A value that a source declares to be for everybody: `publicValue("value", "reason")`. */
export interface PublicValue {
  readonly value: string;
  readonly reason: string;
  /** The source. */
  readonly where: string;
  /** From 1. */
  readonly line: number;
}

type Texts = Iterable<readonly [path: string, text: string]>;

/** What the packages' sources declare, in their order. Other texts declare nothing. */
export function declaredPublic(texts: Texts): PublicValue[] {
  return [...texts].flatMap(([where, text]) => {
    if (!source.test(where) || !text.includes("publicValue")) return [];
    return [...text.matchAll(declaration)].map(({ index, groups }) => ({
      value: groups!["value"]!,
      reason: groups!["reason"]!,
      where,
      line: text.slice(0, index).split("\n").length,
    }));
  });
}

/** Those that no text needs: nothing would be taken for a secret without them. */
export function staleDeclarations(declared: readonly PublicValue[], texts: Texts): PublicValue[] {
  const needed = new Set<string>();
  const values = [...new Set(declared.map(({ value }) => value))];
  if (values.length === 0) return [];
  for (const [, text] of texts) {
    const open = values.filter((value) => !needed.has(value) && text.includes(value));
    if (open.length === 0) continue;
    const found = findSecrets(text).map(({ at, end, shown = 0 }) => text.slice(at - shown, end));
    for (const value of open) if (found.some((one) => one.includes(value) || value.includes(one))) needed.add(value);
  }
  return declared.filter(({ value }) => !needed.has(value));
}

const source = /^packages\/.+\/src\/.+\.[cm]?ts$/;
const declaration =
  /\bpublicValue\(\s{0,200}(?<quote>["'`])(?<value>[^"'`\\\n]{8,8192})\k<quote>,\s{0,200}(?<end>["'`])(?<reason>[^\n]{1,1000}?)\k<end>,?\s{0,200}\)/g;
