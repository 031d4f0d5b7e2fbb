import { exitCodes, UserError } from "@kit/errors";
import { classes, review, worstClass, type RiskClass } from "@kit/review";
import { runCommand } from "./lib/command.ts";
import { filesToReview } from "./lib/review-files.ts";
import { reviewFormat } from "./lib/review-format.ts";
import { refsToReview } from "./lib/review-refs.ts";

const help = `Says what a change does to what is deployed: object by object, the riskiest first.

Usage: pnpm review [REF]
       pnpm review A..B
       pnpm review PATH PATH

  REF               Compare what this branch, tag or commit has rendered with the
                    working tree. Default: where HEAD branched off from
                    origin/main or main.
  A..B              Compare what two refs have rendered; A...B begins where they
                    branched off from each other.
  PATH PATH         Compare two files or directories of manifests instead: YAML
                    or JSON, of any origin.
  --all             Fold nothing: show routine changes and long values whole.
  --fail-on CLASS   Fail where something is of this class, or worse: breaks or
                    caution.
  --format FORMAT   text, markdown (for a comment on a pull request), html (a page
                    that needs no network), sarif (what is risky, for code
                    hosts) or json. Default: text.
  --json            The same as --format json.
  -h, --help        Show this.

Reads what generated/rendered has on both sides, so run \`pnpm build\` first. It
needs no cluster and no kustomize. docs/review.md says what the classes mean.

Exit codes: 0 done, 1 something is of the class that --fail-on names, 2 the
input is wrong, 3 the machine failed, 70 a bug.
`;

await runCommand({
  help,
  positionals: true,
  options: {
    all: { type: "boolean" },
    "fail-on": { type: "string" },
    format: { type: "string" },
    json: { type: "boolean" },
  },
  async run({ root, positionals, values }) {
    const format = reviewFormat(values);
    const failing = failingClasses(values["fail-on"]);
    const [first, second, ...rest] = positionals;
    if (rest.length > 0) throw wrong("more than two arguments", "write one ref, A..B, or two paths");
    const input = second === undefined ? refsToReview(root, first) : filesToReview(first!, second);
    const reviewed = review(input);
    process.stdout.write(format(reviewed));
    const worst = worstClass(reviewed.environments);
    return worst !== undefined && failing.includes(worst) ? exitCodes.finding : exitCodes.ok;
  },
});

function failingClasses(name: string | undefined): readonly RiskClass[] {
  if (name === undefined) return [];
  if (name === "breaks" || name === "caution") return classes.slice(0, classes.indexOf(name) + 1);
  throw wrong(`--fail-on cannot be ${name}`, "write --fail-on breaks or --fail-on caution");
}

function wrong(what: string, next: string): UserError {
  return new UserError({ code: "argument-value", what, where: "the command's arguments", next });
}
