import { apiVerdict, type Finding } from "../../src/index.ts";
import { readCorpus, type CorpusCase } from "./read-corpus.ts";
import type { Verdict } from "./server-verdict.ts";
import { readVerdicts, type Verdicts } from "./verdicts.ts";

/** A manifest as both sides see it. */
export interface Compared extends CorpusCase {
  /** The kind of the valid object. */
  readonly kind: string;
  /** The server's. */
  readonly verdict: Verdict;
  /** Of severity error, by the checks. */
  readonly errors: readonly Finding[];
  /** `missed`: the server refuses what the checks let pass. `false error`: the other way round. */
  readonly disagreement: "missed" | "false error" | undefined;
}

/** Each case of the corpus with what was recorded of the server, beside what the checks say now. */
export function compareCorpus(): Compared[] {
  const cases = readCorpus();
  const verdicts = readVerdicts(cases.map(({ file }) => file));
  return cases.map((one) => compare(one, recordedOf(one, verdicts)));
}

/** The same manifest's two verdicts. */
export function compare(one: CorpusCase, verdict: Verdict): Compared {
  const errors = apiVerdict(one.text).filter(({ severity }) => severity === "error");
  const refused = verdict !== null;
  const disagreement = refused === errors.length > 0 ? undefined : refused ? "missed" : "false error";
  return { ...one, kind: one.valid["kind"] as string, verdict, errors, disagreement };
}

function recordedOf({ file, name }: CorpusCase, verdicts: Verdicts): Verdict {
  const verdict = verdicts[file]?.[name];
  if (verdict === undefined) throw new Error(`${file}.yaml, ${name}: no verdict is recorded; run pnpm corpus`);
  return verdict;
}
