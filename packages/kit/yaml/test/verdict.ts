import type { YamlData, YamlDocument } from "../src/index.ts";
import type { YamlRefusal } from "../src/refusal.ts";

/** What a judge says of a file: its documents, up to one that it refuses. A text has an `s` in front, a number an `n`. */
export interface Verdict {
  readonly documents: readonly unknown[];
  /** In the judge's own words. */
  readonly refusal?: string;
  /** Of all documents that are refused. */
  readonly refusals?: readonly string[];
}

/** What one of our readers says, as the judge would. */
export function verdictOf(documents: readonly YamlDocument[], version: 2 | 3): Verdict {
  const at = documents.findIndex(({ refusal }) => refusal !== undefined);
  const refusal = documents[at]?.refusal;
  // kustomize reads all of a file, or nothing.
  const taken = refusal === undefined ? documents : version === 3 ? [] : documents.slice(0, at);
  const read = taken.map(({ data }) => marked(data!));
  if (refusal === undefined) return { documents: read };
  const refusals = documents.flatMap((one) => (one.refusal === undefined ? [] : [wordsOf(one.refusal, version)]));
  return { documents: read, refusal: wordsOf(refusal, version), refusals };
}

function marked(data: YamlData): unknown {
  if (typeof data === "string") return `s${data}`;
  if (typeof data === "number" || typeof data === "bigint") return `n${data}`;
  if (Array.isArray(data)) return data.map(marked);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, marked(value)]));
}

/** A verdict of Go with numbers as JavaScript writes them. */
export function canonical({ documents, refusal }: Verdict): Verdict {
  const read = documents.map(canonicalData);
  return refusal === undefined ? { documents: read } : { documents: read, refusal: plainWords(refusal) };
}

function canonicalData(data: unknown): unknown {
  if (typeof data === "string") return data.startsWith("n") ? `n${numberOf(data.slice(1))}` : data;
  if (Array.isArray(data)) return data.map(canonicalData);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, canonicalData(value)]));
}

function numberOf(text: string): number | bigint {
  if (!/^-?\d+$/.test(text)) return Number(text) + 0;
  const exact = BigInt(text);
  return String(Number(exact)) === String(exact) ? Number(exact) : exact;
}

/** What go-yaml would say, with the line that it would name. */
function wordsOf({ said, stage, marks: { context, problem } }: YamlRefusal, version: 2 | 3): string {
  if (stage === "json") return "json";
  const marks = version === 2 ? [problem, context] : [context, problem];
  const line = marks.find((mark) => mark !== undefined && mark.line !== 0)?.line;
  const isCounted = stage === "scanner" || stage === "parser";
  if (!isCounted || line === undefined) return plainWords(said);
  const isNext = stage === "scanner" && !(version === 2 && marks[0]?.line === 0);
  return `line ${line + (isNext ? 1 : 0)}: ${said}`;
}

/** The words without what Go adds: of a value that is refused the kind alone, since of several Go names any. */
function plainWords(refusal: string): string {
  if (/json: offset|invalid character|unexpected end of JSON|unexpected EOF/.test(refusal)) return "json";
  if (ofValues.test(refusal)) return "values";
  return /yaml: (.*)$/s.exec(refusal)?.[1] ?? refusal;
}

const ofValues =
  /already defined|cannot unmarshal|cannot decode|map key|json: unsupported|MarshalJSON|map merge|!!binary|excessive aliasing|more than 200,000|without end|contains itself|duplicate merge key/;
