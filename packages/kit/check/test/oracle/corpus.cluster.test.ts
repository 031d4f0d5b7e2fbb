// Needs the control plane's programs: `pnpm test:cluster`.
import { beforeAll, expect, test } from "vitest";
import { readCorpus } from "./read-corpus.ts";
import { prepareServer, startServer } from "./start-server.ts";
import { askServer, readVerdicts, type Verdicts } from "./verdicts.ts";

beforeAll(prepareServer);

test("the server says of each manifest of the corpus what is recorded", async () => {
  const cases = readCorpus();
  await using cluster = await startServer();
  const said = await askServer(cluster.request, cases);
  const recorded = readVerdicts(cases.map(({ file }) => file));
  expect(unlike(said, recorded)).toEqual(unlike(recorded, said));
});

/** Those verdicts that the others do not have, so that a failure shows nothing else. */
function unlike(verdicts: Verdicts, others: Verdicts): [string, string, string | null][] {
  return Object.entries(verdicts).flatMap(([file, byName]) =>
    Object.entries(byName)
      .filter(([name, verdict]) => others[file]?.[name] !== verdict)
      .map(([name, verdict]): [string, string, string | null] => [file, name, verdict]),
  );
}
