import { forJson } from "@kit/text";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allSizes, bench, formatReport, parseSizes } from "@kit/bench";
import { exitCodes } from "@kit/errors";
import { findKustomize } from "@kit/render";
import { notice, print, runCommand } from "@kit/cli";

const help = `Measures the kit on generated repositories, and the build of this one.

Usage: pnpm bench [--services <n,n,...>] [--json]

  --services   The sizes of the generated repositories. Default: 10,100,1000.
  --json       Print the raw numbers, of every run.
  -h, --help   Show this.

Emit is measured against cdk8s, render against plain kustomize calls, both in
the same run. Prints the report; a run of the default sizes also writes it to
docs/benchmarks.md, and takes about ten minutes.

Exit codes: 0 measured, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

const onProgress = (message: string): void => notice(`${message}\n`);

await runCommand({
  help,
  options: { services: { type: "string" }, json: { type: "boolean" } },
  async run({ root, values }) {
    const sizes = parseSizes(values.services);
    const engine = await findKustomize({ env: process.env, onProgress });
    const results = await bench({ sizes, engine, onProgress });
    const report = formatReport(results);
    print(values.json === true ? `${forJson(results)}\n` : report);
    // A shorter run would leave numbers out of the page.
    if (allSizes.every((size) => sizes.includes(size))) {
      mkdirSync(join(root, "docs"), { recursive: true });
      writeFileSync(join(root, "docs/benchmarks.md"), report);
      notice("wrote docs/benchmarks.md\n");
    }
    return exitCodes.ok;
  },
});
