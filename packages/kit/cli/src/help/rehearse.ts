export const help = `Deploys the environments over what runs today, on a cluster of this machine, and
says what that does.

Usage: pnpm rehearse [environment...]

  environment      Rehearse these, such as dev or shop/prod. Default: all,
                   one after the other.
  --from REF       What runs today. Default: where HEAD branched off from
                   origin/main, or from main.
  --format FORMAT  text or markdown. Default: text.
  --json           Print JSON.
  -h, --help       Show this.

Reads what generated/rendered has, so run \`pnpm build\` first. Starts an API
server, scheduler and controllers with the fake nodes of the environment's
cluster, deploys what REF has, then generated/rendered over it, then REF again.
docs/rehearse.md explains what it reports.

Exit codes: 0 it works, 1 it hurts, or rolling back does, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;
