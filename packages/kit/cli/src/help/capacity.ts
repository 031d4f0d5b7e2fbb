export const help = `Tells whether the environments fit their clusters, also while they roll.

Usage: pnpm capacity [environment...]

  environment      Judge these only, with all that share their clusters, such as
                   dev or shop/prod. Default: all.
  --format FORMAT  text or markdown. Default: text.
  --json           Print JSON: quantities as text, shares in percent.
  -h, --help       Show this.

Reads what generated/rendered has, so run \`pnpm build\` first, and the clusters
of the typed environments. The limits are judged against the target, with what
the system reserves left out; the requests while everything rolls at once are
judged by placing every pod on a node as the scheduler does. docs/capacity.md
explains the numbers.

Exit codes: 0 all fit, 1 one is over its target or does not fit, 2 the input is
wrong, 3 the machine failed, 70 a bug.
`;
