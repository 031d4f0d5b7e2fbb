import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ApiRequest } from "@kit/control-plane";
import type { JsonObject } from "./mutate.ts";
import { corpusDirectory, type CorpusCase } from "./read-corpus.ts";
import { serverOracle, type Verdict } from "./server-verdict.ts";

/** By file, then by case. */
export type Verdicts = Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

const directory = join(corpusDirectory, "verdicts");

/** What was recorded for the cases of these files. A file that has no record has no cases here. */
export function readVerdicts(files: readonly string[]): Verdicts {
  return Object.fromEntries([...new Set(files)].map((file) => [file, readFile(file)]));
}

/** Replaces what was recorded. */
export function writeVerdicts(verdicts: Verdicts): void {
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory);
  for (const [file, byName] of Object.entries(verdicts)) {
    writeFileSync(join(directory, `${file}.json`), `${JSON.stringify(byName, null, 2)}\n`);
  }
}

/** Asks a server that has nothing yet about each case. The namespaces that the cases are in are made. */
export async function askServer(request: ApiRequest, cases: readonly CorpusCase[]): Promise<Verdicts> {
  await createNamespaces(request, cases);
  const oracle = serverOracle(request);
  const asked = await Promise.all(cases.map(async (one) => ({ ...one, verdict: await oracle(one) })));
  const byFile = Object.groupBy(asked, ({ file }) => file);
  return Object.fromEntries(
    Object.entries(byFile).map(([file, ofFile]) => [
      file,
      Object.fromEntries(ofFile!.map(({ name, verdict }) => [name, verdict])),
    ]),
  );
}

function readFile(file: string): Record<string, Verdict> {
  const path = join(directory, `${file}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, Verdict>) : {};
}

/** The namespaces that the cases are in. Those whose names the server does not take stay away. */
export async function createNamespaces(request: ApiRequest, cases: readonly CorpusCase[]): Promise<void> {
  const named = cases.flatMap(({ text }) => [...text.matchAll(/^\s+"?namespace"?: "?([\w.-]+)/gm)]);
  for (const name of new Set(named.map(([, one]) => one!))) {
    const namespace: JsonObject = { apiVersion: "v1", kind: "Namespace", metadata: { name } };
    const { status } = await request("POST", "/api/v1/namespaces", namespace);
    if (status >= 300) continue;
    const account: JsonObject = { apiVersion: "v1", kind: "ServiceAccount", metadata: { name: "default" } };
    await request("POST", `/api/v1/namespaces/${name}/serviceaccounts`, account);
  }
}
