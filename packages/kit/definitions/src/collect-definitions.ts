import { isDeepStrictEqual } from "node:util";
import type { Problem } from "@kit/errors";
import { openedLists } from "@kit/kube";
import type { FoundDefinition, KindDefinition } from "./definition.ts";
import { definitionProblems, isDefinition } from "./definition-problems.ts";

/** Objects that were read, each with where. */
export interface PlacedDocument {
  readonly data: unknown;
  readonly where: string;
}

export interface Collected {
  readonly found: readonly FoundDefinition[];
  readonly problems: readonly Problem[];
  /** How many objects are of other kinds. */
  readonly others: number;
}

/** The definitions among objects, those in Lists too. The same definition twice counts once. */
export function collectDefinitions(objects: readonly PlacedDocument[]): Collected {
  const problems: Problem[] = [];
  const found = new Map<string, FoundDefinition>();
  const opened = objects.flatMap(({ data, where }) => openedLists(data).map((one) => ({ data: one, where })));
  for (const { data, where } of opened) {
    if (!isDefinition(data)) continue;
    const wrong = definitionProblems(data, where);
    problems.push(...wrong);
    if (wrong.length > 0) continue;
    const definition = data as unknown as KindDefinition;
    const { group, names } = definition.spec;
    const key = `${group}/${names.kind}`;
    const other = found.get(key);
    if (other === undefined) found.set(key, { definition, where });
    else if (!isDeepStrictEqual(other.definition.spec, definition.spec)) problems.push(twice(key, where, other.where));
  }
  const definitions = opened.filter(({ data }) => isDefinition(data)).length;
  return { found: [...found.values()], problems, others: opened.length - definitions };
}

function twice(key: string, where: string, other: string): Problem {
  return {
    code: "definition-invalid",
    what: `two definitions of ${key} say different things: the other one is in ${other}`,
    where,
    next: "keep the one that the cluster has",
  };
}
