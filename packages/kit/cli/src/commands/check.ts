import {
  countBySeverity,
  formatGithub,
  formatJson,
  formatPolicies,
  formatPoliciesJson,
  formatSarif,
  formatText,
  registry,
  type CheckReport,
} from "@kit/check";
import { argumentError, exitCodes } from "@kit/errors";
import {
  checkFiles,
  checkRepository,
  isFileArgument,
  policiesInForce,
  readRenderedEnvironments,
} from "@kit/repository";
import { allowCommands, coloured, print } from "@kit/terminal";
import { checkPage } from "../check-page.ts";
import { implement } from "../define/implement.ts";
import definition from "../definitions/check.ts";

export default implement(definition, async ({ root, positionals, values, format, formatWith }) => {
  if (values.explain !== undefined) {
    formatWith("--explain");
    print(checkPage(values.explain));
    return exitCodes.ok;
  }
  if (values.policy === true) {
    const isJson = formatWith("--policy") === "json";
    const policies = await policiesInForce(root, positionals);
    print(isJson ? formatPoliciesJson(policies) : coloured(formatPolicies(policies), process.stdout));
    return exitCodes.ok;
  }
  const most = maxWarnings(values["max-warnings"]);
  // What it prints are commands for a runner.
  if (format === "github") allowCommands(process.stdout);
  const report = positionals.some((argument) => isFileArgument(root, argument))
    ? await checkFiles(root, positionals)
    : await checkRepository(root, await readRenderedEnvironments(root, positionals));
  print(formats[format](report, values.notes === true));
  const { error, warning } = countBySeverity(report.findings);
  return error > 0 || warning > most ? exitCodes.finding : exitCodes.ok;
});

const formats = {
  text: (report: CheckReport, notes: boolean) => coloured(formatText(report, notes), process.stdout),
  json: formatJson,
  sarif: (report: CheckReport) => formatSarif(report, registry),
  github: formatGithub,
};

function maxWarnings(value: string | undefined): number {
  if (value === undefined) return Infinity;
  if (/^\d+$/.test(value)) return Number(value);
  throw argumentError(`--max-warnings cannot be ${value}`, "write a whole number, such as --max-warnings 0");
}
