export const help = `Asks a real API server whether it would take the environments.

Usage: pnpm verify [environment...]

  environment   Verify these, with all that share their clusters, such as dev or
                shop/prod. Default: all.
  --base REF    Apply what REF has first, such as main, so that fields which
                cannot be changed in place show.
  --json        Print the verdicts as JSON.
  -h, --help    Show this.

Reads what generated/rendered has, so run \`pnpm build\` first. Starts a fresh
API server per cluster on this machine, applies every object to it with strict
validation, applies it again, and asks whether the workloads' claims and pods
would be admitted. With --base the claims of REF are bound when the rest is
applied over them. docs/control-plane.md says where its programs come from.

Exit codes: 0 all taken, 1 something is refused, 2 the input is wrong, 3 the
machine failed, 70 a bug.
`;
