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
  formatSarif,
  formatText,
  reviewStation,
  worstClass,
  type EnvironmentComparison,
  type Review,
  type ReviewInput,
  type RiskClass,
} from "@kit/review";
import { coloured, print } from "@kit/terminal";
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
  print(formats[format](reviewed, all));
  const worst = worstClass(reviewed.environments);
  return worst !== undefined && failing.includes(worst) ? exitCodes.finding : exitCodes.ok;
});

const formats = {
  text: (one: Review, all: boolean) => coloured(formatText(one, all), process.stdout),
  markdown: formatMarkdown,
  html: formatHtml,
  sarif: formatSarif,
  json: formatJson,
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
