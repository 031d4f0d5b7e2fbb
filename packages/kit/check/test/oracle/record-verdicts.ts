import { readCorpus } from "./read-corpus.ts";
import { startServer } from "./start-server.ts";
import { askServer, writeVerdicts } from "./verdicts.ts";

/** Asks a fresh API server about each manifest of the corpus and replaces what was recorded. */
export async function recordVerdicts(): Promise<{ readonly manifests: number; readonly refused: number }> {
  const cases = readCorpus();
  await using cluster = await startServer();
  const verdicts = await askServer(cluster.request, cases);
  writeVerdicts(verdicts);
  const refused = Object.values(verdicts).flatMap((byName) => Object.values(byName).filter(isRefusal));
  return { manifests: cases.length, refused: refused.length };
}

function isRefusal(verdict: string | null): boolean {
  return verdict !== null;
}
