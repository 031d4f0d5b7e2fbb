import { exitCodes } from "@kit/errors";
import { recordVerdicts } from "../packages/kit/check/test/oracle/record-verdicts.ts";
import { writeTables } from "../packages/kit/check/test/oracle/write-table.ts";
import { print, runCommand } from "@kit/cli";

const help = `Records what a real API server says about the manifests that the checks are tested with.

Usage: pnpm corpus [--table]

  --table      Ask no server: only write the tables of docs/offline-online.md and
               docs/checks/api-validity.md, of what is recorded and what the
               checks say now.
  -h, --help   Show this.

Starts an API server, applies every manifest of packages/kit/check/test/corpus as
a dry run, writes its verdicts to packages/kit/check/test/corpus/verdicts, and
the tables. The same server gives the same bytes. docs/offline-online.md says more.

Exit codes: 0 written, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

await runCommand({
  help,
  options: { table: { type: "boolean" } },
  async run({ values }) {
    if (values.table !== true) {
      const { manifests, refused } = await recordVerdicts();
      print(`${manifests} manifests: ${refused} refused, ${manifests - refused} taken\n`);
    }
    writeTables();
    return exitCodes.ok;
  },
});
