import { countBySeverity } from "@kit/check";
import { exitCodes, UserError } from "@kit/errors";
import { checkFiles, isFileArgument } from "@kit/repository";
import { checkRepository } from "@kit/repository";
import { print, defineCommand } from "../command.ts";
import { explain } from "../explain.ts";
import { readRenderedEnvironments } from "@kit/repository";
import { reportFormat } from "../report-format.ts";

const help = `Judges what the environments deploy, and says everything that is wrong.

Usage: pnpm check [environment...]
       pnpm check FILE|DIRECTORY... | -
       pnpm check --explain CHECK

  environment        Judge these, with all that share their clusters, such as dev
                     or shop/prod. Default: all.
  FILE, DIRECTORY    Judge these manifests instead, as one set: YAML or JSON, of
                     any origin. - reads standard input.
  --explain CHECK    Print the page of a check.
  --notes            Show findings of severity info, not only their number.
  --max-warnings N   Fail where there are more warnings than N.
  --format FORMAT    text, json, sarif, or github (annotations). Default: text.
  --json             The same as --format json.
  -h, --help         Show this.

Reads what generated/rendered has, so run \`pnpm build\` first, which ends with
these checks; whether it is up to date, \`pnpm drift\` tells. docs/checks.md lists
the checks, and says how an environment exempts a finding.

Exit codes: 0 no error, 1 an error or too many warnings, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;

export default defineCommand({
  help,
  positionals: true,
  options: {
    explain: { type: "string" },
    notes: { type: "boolean" },
    "max-warnings": { type: "string" },
    format: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ root, positionals, values }) {
    if (values.explain !== undefined) {
      print(explain(values.explain));
      return exitCodes.ok;
    }
    const format = reportFormat(values);
    const most = maxWarnings(values["max-warnings"]);
    const report = positionals.some((argument) => isFileArgument(root, argument))
      ? await checkFiles(root, positionals)
      : await checkRepository(root, await readRenderedEnvironments(root, positionals));
    print(format(report));
    const { error, warning } = countBySeverity(report.findings);
    return error > 0 || warning > most ? exitCodes.finding : exitCodes.ok;
  },
});

function maxWarnings(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (/^\d+$/.test(value)) return Number(value);
  throw new UserError({
    code: "argument-value",
    what: `--max-warnings cannot be ${value}`,
    where: "the command's arguments",
    next: "write a whole number, such as --max-warnings 0",
  });
}
