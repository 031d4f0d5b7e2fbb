import type { Table, TableNode } from "../table.ts";
import { trialsOf, type Trial } from "./trials.ts";

/** What the server said of an object: `taken`, or each reason against it; undefined where it did not come to judge. */
export type Ask = (apiVersion: string, kind: string, object: object) => Promise<readonly string[] | undefined>;

/**
 * The table without what the API states and the server does not insist on: a field that is called required counts
 * where the server was seen to refuse an object for lacking it, and was nowhere seen to take one; so do enumerated
 * values. Where an empty string is taken besides, which means that nothing is written, it is one of the values.
 */
export async function enforced(table: Table, ask: Ask): Promise<Table> {
  const insisted = new Map<string, boolean>();
  const asked = new Map<string, ReturnType<Ask>>();
  const judge = (trial: Trial, object: object): ReturnType<Ask> => {
    const key = JSON.stringify(object);
    const answer = asked.get(key) ?? ask(trial.apiVersion, trial.kind, object);
    asked.set(key, answer);
    return answer;
  };
  const trials = [...trialsOf(table)];
  await inBatches(trials, async (trial) => {
    const [sample, broken] = await Promise.all([judge(trial, trial.sample), judge(trial, trial.broken)]);
    if (sample === undefined) return;
    const key = keyOf(trial.subject);
    // Refused for the same reasons: the server did not come to this one.
    const isRefused = broken === undefined || broken.some((reason) => !sample.includes(reason));
    if (isRefused || broken.length === 0) insisted.set(key, isRefused && (insisted.get(key) ?? true));
  });
  const isInsisted = (subject: Trial["subject"]): boolean => insisted.get(keyOf(subject)) === true;
  return withFilled({ ...table, nodes: table.nodes.map((node, place) => withInsisted(node, place, isInsisted)) });
}

/** Keeps of the fields that are read where they are not written those that require something. */
export function withFilled(table: Table): Table {
  const requires = (place: number): boolean => {
    const { required = [], filled = [], fields = {} } = table.nodes[place]!;
    return required.length > 0 || filled.some((name) => requires(fields[name]!));
  };
  const nodes = table.nodes.map(({ filled = [], ...node }) => {
    const kept = filled.filter((name) => requires(node.fields![name]!));
    return kept.length === 0 ? node : { ...node, filled: kept };
  });
  return { ...table, nodes };
}

function withInsisted(node: TableNode, place: number, isInsisted: (subject: Trial["subject"]) => boolean): TableNode {
  const { required = [], enum: values, ...rest } = node;
  const fields = required.filter((field) => isInsisted({ what: "required", node: place, field }));
  const isClosed = values !== undefined && isInsisted({ what: "enum", node: place });
  const takesEmpty = isClosed && !values.includes("") && !isInsisted({ what: "empty", node: place });
  return {
    ...rest,
    ...(fields.length === 0 ? {} : { required: fields }),
    ...(isClosed ? { enum: takesEmpty ? [...values, ""] : values } : {}),
  };
}

function keyOf(subject: Trial["subject"]): string {
  return subject.what === "required" ? `${subject.node} ${subject.field}` : `${subject.node} ${subject.what}`;
}

const batchSize = 64;

async function inBatches<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += batchSize) {
    await Promise.all(items.slice(start, start + batchSize).map(act));
  }
}
