export const help = `Says what a change does to what is deployed: object by object, the riskiest first.

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
