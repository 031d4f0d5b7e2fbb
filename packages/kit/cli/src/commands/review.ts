import { exitCodes, UserError } from "@kit/errors";
import { classes, compareEnvironments, review, worstClass, type ReviewInput, type RiskClass } from "@kit/review";
import { print, defineCommand } from "../command.ts";
import { filesToReview } from "@kit/repository";
import { comparisonFormat, reviewFormat } from "../review-format.ts";
import { requireMode, type ReviewOptions } from "../review-mode.ts";
import { refsToReview } from "@kit/repository";
import { help } from "../help/review.ts";

export default defineCommand({
  help,
  positionals: true,
  options: {
    all: { type: "boolean" },
    context: { type: "string" },
    envs: { type: "boolean" },
    "fail-on": { type: "string" },
    format: { type: "string" },
    json: { type: "boolean" },
    live: { type: "boolean" },
    render: { type: "boolean" },
    yes: { type: "boolean" },
  },
  async run({ root, positionals, values }) {
    requireMode(values);
    if (values.envs === true) {
      const format = comparisonFormat(values);
      const { environmentsToReview } = await import("@kit/repository/review-environments");
      print(format(compareEnvironments(...environmentsToReview(root, positionals))));
      return exitCodes.ok;
    }
    const format = reviewFormat(values);
    const failing = failingClasses(values["fail-on"]);
    const reviewed = review(await toReview(root, positionals, values));
    print(format(reviewed));
    const worst = worstClass(reviewed.environments);
    return worst !== undefined && failing.includes(worst) ? exitCodes.finding : exitCodes.ok;
  },
});

async function toReview(root: string, named: readonly string[], options: ReviewOptions): Promise<ReviewInput> {
  if (options.live === true) {
    const { liveToReview } = await import("../review-live.ts");
    return liveToReview(root, named, options);
  }
  const [first, second, ...rest] = named;
  if (rest.length > 0) throw wrong("more than two arguments", "write one ref, A..B, or two paths");
  if (second === undefined) return refsToReview(root, first, options.render === true);
  if (options.render === true) throw wrong("--render builds refs, and these are two paths", "leave it out");
  return filesToReview(first!, second);
}

function failingClasses(name: string | undefined): readonly RiskClass[] {
  if (name === undefined) return [];
  if (name === "breaks" || name === "caution") return classes.slice(0, classes.indexOf(name) + 1);
  throw wrong(`--fail-on cannot be ${name}`, "write --fail-on breaks or --fail-on caution");
}

function wrong(what: string, next: string): UserError {
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
