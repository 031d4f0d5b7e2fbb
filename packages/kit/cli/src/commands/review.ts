import { argumentError, exitCodes } from "@kit/errors";
import { filesToReview, refsToReview } from "@kit/repository";
import {
  classes,
  compareEnvironments,
  formatComparisonJson,
  formatComparisonMarkdown,
  formatComparisonText,
  formatHtml,
  formatJson,
  formatMarkdown,
  formatRehearsalMarkdown,
  formatRehearsalText,
  formatSarif,
  formatText,
  isRefuted,
  rehearsalAsJson,
  reviewStation,
  worstClass,
  type EnvironmentComparison,
  type RehearsalReport,
  type Review,
  type ReviewInput,
  type RiskClass,
} from "@kit/review";
import { coloured, print } from "@kit/terminal";
import { forJson } from "@kit/text";
import { implement } from "../define/implement.ts";
import definition from "../definitions/review.ts";
import { requireMode, type ReviewOptions } from "../review/require-mode.ts";

export default implement(definition, async ({ root, positionals, values, format, formatWith }) => {
  requireMode(values);
  const all = values.all === true;
  if (values.envs === true) {
    const formatComparison = comparisonFormats[formatWith("--envs")];
    const { environmentsToReview } = await import("@kit/repository/review-environments");
    print(formatComparison(compareEnvironments(...environmentsToReview(root, positionals)), all));
    return exitCodes.ok;
  }
  const failing = failingClasses(values["fail-on"]);
  const reviewed = reviewStation.run(await toReview(root, positionals, values));
  const worst = worstClass(reviewed.environments);
  const isFailing = worst !== undefined && failing.includes(worst);
  if (values.rehearse === true) {
    const own = rehearsalFormats[formatWith("--rehearse")];
    const { rehearseReview } = await import("../review/rehearse-review.ts");
    const report = await rehearseReview(root, positionals, reviewed);
    print(own(reviewed, report, all));
    return isFailing || report.comparisons.some(isRefuted) ? exitCodes.finding : exitCodes.ok;
  }
  print(formats[format](reviewed, all));
  return isFailing ? exitCodes.finding : exitCodes.ok;
});

const formats = {
  text: (one: Review, all: boolean) => coloured(formatText(one, all), process.stdout),
  markdown: formatMarkdown,
  html: formatHtml,
  sarif: formatSarif,
  json: formatJson,
};

const rehearsalFormats = {
  text: (one: Review, report: RehearsalReport, all: boolean) =>
    `${formats.text(one, all)}${formatRehearsalText(report, all)}`,
  markdown: (one: Review, report: RehearsalReport) => `${formatMarkdown(one)}\n${formatRehearsalMarkdown(report)}`,
  json: (one: Review, report: RehearsalReport) =>
    `${forJson({ ...(JSON.parse(formatJson(one)) as object), rehearsal: rehearsalAsJson(report) })}\n`,
};

const comparisonFormats = {
  text: (one: EnvironmentComparison, all: boolean) => coloured(formatComparisonText(one, all), process.stdout),
  markdown: formatComparisonMarkdown,
  json: formatComparisonJson,
};

async function toReview(root: string, named: readonly string[], options: ReviewOptions): Promise<ReviewInput> {
  if (options.live === true) {
    const { liveToReview } = await import("../review/live-to-review.ts");
    return liveToReview(root, named, options);
  }
  const [first, second, ...rest] = named;
  if (rest.length > 0) throw argumentError("more than two arguments", "write one ref, A..B, or two paths");
  if (second === undefined) return refsToReview(root, first, options.render === true);
  if (options.render === true) throw argumentError("--render builds refs, and these are two paths", "leave it out");
  return filesToReview(first!, second);
}

function failingClasses(name: string | undefined): readonly RiskClass[] {
  if (name === undefined) return [];
  if (name === "breaks" || name === "caution") return classes.slice(0, classes.indexOf(name) + 1);
  throw argumentError(`--fail-on cannot be ${name}`, "write --fail-on breaks or --fail-on caution");
}
