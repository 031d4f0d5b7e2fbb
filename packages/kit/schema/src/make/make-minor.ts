import { isDeepStrictEqual } from "node:util";
import type { MinorTable } from "../minor-table.ts";
import type { Table, TableNode } from "../table.ts";
import { compact } from "./compact.ts";
import { withFilled } from "./enforced.ts";
import { documentsOf, type MakeOptions } from "./make-tables.ts";
import { minorDifference } from "./minor-difference.ts";

/**
 * Makes the table of another minor version out of what its API server says of itself, as what differs from the pinned one.
 * What it insists on is not asked again: that is as in the pinned version, where that has the same place.
 *
 * @throws Error where it describes a kind in words that have no place.
 */
export async function makeMinor(
  pinned: Table,
  { request, kubernetesVersion }: Pick<MakeOptions, "kubernetesVersion" | "request">,
): Promise<MinorTable> {
  const documents = await documentsOf(request, []);
  const stated = compact({ documents, sources: { kubernetes: kubernetesVersion }, custom: false });
  return minorDifference(pinned, insistingAs(pinned, stated));
}

/** A table that insists where the pinned one does, at each of the places that a type has. */
function insistingAs(pinned: Table, stated: Table): Table {
  const pairs = pairsOf(stated, pinned);
  const nodes = stated.nodes.map((node, place) => insisting(node, pairs.get(place) ?? []));
  return withFilled({ ...stated, nodes });
}

function insisting(node: TableNode, pinned: readonly TableNode[]): TableNode {
  const { required: _stated, filled: _said, enum: values, ...rest } = node;
  const inAll = (namesOf: (of: TableNode) => readonly string[] | undefined): string[] =>
    (pinned[0] === undefined ? [] : (namesOf(pinned[0]) ?? [])).filter(
      (name) => node.fields?.[name] !== undefined && pinned.every((of) => namesOf(of)?.includes(name)),
    );
  const [needed, made] = [inAll(({ required }) => required), inAll(({ filled }) => filled)];
  const closed = closedTo(values, pinned);
  return {
    ...rest,
    ...(made.length === 0 ? {} : { filled: made }),
    ...(needed.length === 0 ? {} : { required: needed }),
    ...(closed === undefined ? {} : { enum: closed }),
  };
}

/** The only values that are taken: those that it states, where the pinned version insists on its own. */
function closedTo(
  stated: readonly unknown[] | undefined,
  pinned: readonly TableNode[],
): readonly unknown[] | undefined {
  const first = pinned[0]?.enum;
  if (first === undefined || !pinned.every((of) => of.enum !== undefined)) return undefined;
  if (stated === undefined) return pinned.every((of) => isDeepStrictEqual(of.enum, first)) ? first : undefined;
  const takesEmpty = !stated.includes("") && pinned.every((of) => of.enum!.includes(""));
  return takesEmpty ? [...stated, ""] : stated;
}

/** The types of the pinned table at the places where a type of the other is, by its place in the list. */
function pairsOf(other: Table, pinned: Table): Map<number, TableNode[]> {
  const pairs = new Map<number, TableNode[]>();
  const seen = new Set<string>();
  const pair = (at: number | undefined, there: number | undefined): void => {
    if (at === undefined || there === undefined || seen.has(`${at} ${there}`)) return;
    seen.add(`${at} ${there}`);
    const [node, its] = [other.nodes[at]!, pinned.nodes[there]!];
    pairs.set(at, [...(pairs.get(at) ?? []), its]);
    for (const [name, field] of Object.entries(node.fields ?? {})) pair(field, its.fields?.[name]);
    pair(node.values, its.values);
    pair(node.items, its.items);
  };
  for (const [apiVersion, kinds] of Object.entries(other.kinds)) {
    for (const [kind, { type }] of Object.entries(kinds)) pair(type, pinned.kinds[apiVersion]?.[kind]?.type);
  }
  return pairs;
}
