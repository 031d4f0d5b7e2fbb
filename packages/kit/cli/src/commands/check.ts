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
import { help } from "../help/check.ts";

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
