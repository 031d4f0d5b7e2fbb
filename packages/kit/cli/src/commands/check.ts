import {
  countBySeverity,
  formatCompact,
  formatGithub,
  formatJson,
  formatPolicies,
  formatPoliciesJson,
  formatSarif,
  formatText,
  onlyFindings,
  registry,
  toldOf,
  type CheckReport,
} from "@kit/check";
import { exitCodes } from "@kit/errors";
import { checkFiles, isFileArgument, isRepository } from "@kit/repository/check-files";
import { allowCommands, coloured, print } from "@kit/terminal";
import { checkPage } from "../check-page.ts";
import { reportOptions, type ReportOptions } from "../check/report-options.ts";
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
    const { policiesInForce } = await import("@kit/repository/check-environments");
    const policies = await policiesInForce(root, positionals);
    print(isJson ? formatPoliciesJson(policies) : coloured(formatPolicies(policies), process.stdout));
    return exitCodes.ok;
  }
  const options = reportOptions(values, format);
  // What it prints are commands for a runner.
  if (format === "github") allowCommands(process.stdout);
  const report = only(await judge(root, positionals), options);
  const told = { ...report, findings: toldOf(report.findings) };
  print(formats[format](options.all ? report : told, options));
  const { error, warning } = countBySeverity(told.findings);
  return error > 0 || warning > options.maxWarnings ? exitCodes.finding : exitCodes.ok;
});

async function judge(root: string, positionals: readonly string[]): Promise<CheckReport> {
  if (positionals.some((argument) => isFileArgument(root, argument))) return checkFiles(root, positionals);
  const environments = positionals.filter((argument) => !isRepository(root, argument));
  // Files need none of what it takes to build and to read environments.
  const { checkEnvironments } = await import("@kit/repository/check-environments");
  // The repository is all of its environments.
  return checkEnvironments(root, environments.length < positionals.length ? [] : environments);
}

function only(report: CheckReport, { only: names }: ReportOptions): CheckReport {
  return names === undefined ? report : { ...report, findings: onlyFindings(report.findings, names) };
}

const formats = {
  text: (report: CheckReport, options: ReportOptions) => coloured(formatText(report, options), process.stdout),
  compact: (report: CheckReport, options: ReportOptions) => coloured(formatCompact(report, options), process.stdout),
  json: formatJson,
  sarif: (report: CheckReport) => formatSarif(report, registry),
  github: formatGithub,
};
