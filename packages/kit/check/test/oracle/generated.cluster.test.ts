// Needs the control plane's programs: `pnpm test:cluster`.
import { beforeAll, expect, test } from "vitest";
import { compare, compareCorpus } from "./compare.ts";
import { formatDisagreements } from "./format-disagreements.ts";
import { generate } from "./generate.ts";
import { isKnown } from "./known-disagreements.ts";
import { serverOracle } from "./server-verdict.ts";
import { shrink, topicOf } from "./shrink.ts";
import { prepareServer, startServer } from "./start-server.ts";
import { createNamespaces } from "./verdicts.ts";

const count = Number(process.env["CORPUS_COUNT"] ?? 400);
const seed = Number(process.env["CORPUS_SEED"] ?? Date.now() % 2 ** 31);

beforeAll(prepareServer);

test(`the checks and the server say the same of ${count} random changes`, async () => {
  // The same ones again: CORPUS_SEED=<seed> pnpm test:cluster packages/kit/check/test/oracle/generated
  console.info(`seed ${seed}`);
  const corpus = compareCorpus();
  const manifests = generate(
    corpus.filter(({ verdict }) => verdict === null),
    seed,
    count,
  );
  await using cluster = await startServer();
  await createNamespaces(cluster.request, corpus);
  const oracle = serverOracle(cluster.request);
  const compared = await Promise.all(manifests.map(async (one) => compare(one, await oracle(one))));
  const known = new Set(corpus.filter(isKnown).map(topicOf));
  const unknown = compared.filter((one) => one.disagreement !== undefined && !known.has(topicOf(one)));
  // One of each topic: the others would end with it.
  const distinct = [...new Map(unknown.map((one) => [topicOf(one), one])).values()];
  const shrunk = await Promise.all(distinct.map((one) => shrink(one, oracle)));
  const texts = shrunk.map((one) => `${formatDisagreements([one])}${one.text}`);
  expect(texts.join("\n"), `seed ${seed}: ${unknown.length} disagreements`).toBe("");
}, 600_000);
