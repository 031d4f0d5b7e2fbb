import { countBySeverity, formatPolicies, formatPoliciesJson } from "@kit/check";
import { exitCodes, UserError } from "@kit/errors";
import {
  checkFiles,
  checkRepository,
  isFileArgument,
  policiesInForce,
  readRenderedEnvironments,
} from "@kit/repository";
import { coloured, print, defineCommand } from "../command.ts";
import { explain } from "../explain.ts";
import { reportFormat } from "../report-format.ts";

const help = `Judges what the environments deploy, and says everything that is wrong.

Usage: pnpm check [environment...]
       pnpm check FILE|DIRECTORY... | -
       pnpm check --policy [environment...]
       pnpm check --explain CHECK

  environment        Judge these, with all that share their clusters, such as dev
                     or shop/prod. Default: all.
  FILE, DIRECTORY    Judge these manifests instead, as one set: YAML or JSON, of
                     any origin. - reads standard input.
  --policy           Print what environments are judged by: rule packs, severities,
                     options, exemptions, and where each was said. With --json
                     as JSON.
  --explain CHECK    Print the page of a check.
  --notes            Show findings of severity info, not only their number.
  --max-warnings N   Fail where there are more warnings than N.
  --format FORMAT    text, json, sarif, or github (annotations). Default: text.
  --json             The same as --format json.
  -h, --help         Show this.

Reads what generated/rendered has, so run \`pnpm build\` first, which ends with
these checks; whether it is up to date, \`pnpm drift\` tells. docs/checks.md lists
the checks, docs/policy.md says how they are changed and findings exempted.

Exit codes: 0 no error, 1 an error or too many warnings, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;

export default defineCommand({
  help,
  positionals: true,
  options: {
    explain: { type: "string" },
    policy: { type: "boolean" },
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
    if (values.policy === true) {
      const policies = await policiesInForce(root, positionals);
      print(wantsJson(values) ? formatPoliciesJson(policies) : coloured(formatPolicies(policies), process.stdout));
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

/** Of the formats of a report, what a policy has: text and JSON. */
function wantsJson({ json = false, format }: { readonly json?: boolean; readonly format?: string }): boolean {
  if (format === undefined || format === "text") return json;
  if (format === "json") return true;
  throw new UserError({
    code: "argument-value",
    what: `--policy has no format ${format}`,
    where: "the command's arguments",
    next: "write --json, or leave the format out",
  });
}

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
