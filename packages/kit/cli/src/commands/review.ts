import { exitCodes, UserError } from "@kit/errors";
import { classes, compareEnvironments, review, worstClass, type ReviewInput, type RiskClass } from "@kit/review";
import { print, defineCommand } from "../command.ts";
import { filesToReview } from "@kit/repository";
import { comparisonFormat, reviewFormat } from "../review-format.ts";
import { requireMode, type ReviewOptions } from "../review-mode.ts";
import { refsToReview } from "@kit/repository";

const help = `Says what a change does to what is deployed: object by object, the riskiest first.

Usage: pnpm review [--render] [REF]
       pnpm review [--render] A..B
       pnpm review PATH PATH
       pnpm review --envs ENVIRONMENT ENVIRONMENT
       pnpm review --live ENVIRONMENT [--context NAME]

  REF               Compare what this branch, tag or commit has rendered with the
                    working tree. Default: where HEAD branched off from
                    origin/main or main.
  A..B              Compare what two refs have rendered; A...B begins where they
                    branched off from each other.
  PATH PATH         Compare two files or directories of manifests instead: YAML
                    or JSON, of any origin.
  --render          Build a ref that has no generated/rendered, in a temporary
                    worktree.
  --envs            Compare two environments: what they deploy differently, and
                    which package or overlay says so. What nobody says is first.
  --live            Say what a sync of the environment would do to the cluster
                    that kubectl reaches. Changes nothing there.
  --context NAME    The context of kubectl for --live. Default: the one that the
                    environment's cluster names, else the current one.
  --yes             Do not ask whether the cluster of --live is the right one.
  --all             Fold nothing: show routine changes and long values whole.
  --fail-on CLASS   Fail where something is of this class, or worse: breaks or
                    caution. Not with --envs.
  --format FORMAT   text, markdown (for a comment on a pull request), html (a page
                    that needs no network), sarif (what is risky, for code
                    hosts) or json. Default: text. With --envs: text, markdown
                    or json.
  --json            The same as --format json.
  -h, --help        Show this.

Reads what generated/rendered has on both sides, so run \`pnpm build\` first. It
needs no kustomize, but with --render, and no cluster, but with --live.
docs/review.md says what the classes mean.

Exit codes: 0 done, 1 something is of the class that --fail-on names, 2 the
input is wrong, 3 the machine failed, 70 a bug.
`;

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
