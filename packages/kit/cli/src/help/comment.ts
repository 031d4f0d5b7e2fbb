export const help = `Puts a review on a pull request: one comment, which is changed in place.

Usage: pnpm comment --pull-request N [FILE | -]

  FILE               What \`pnpm review --format markdown\` printed.
                     Default: standard input.
  --pull-request N   The number of the pull request.
  --author LOGIN     Whom the token writes as. Default: github-actions[bot].
  --max-wait S       Wait for GitHub's limits for so many seconds at most, in
                     all. Default: 600.
  --allow-read-only  Where the token may not write, as on a pull request from a
                     fork, say so and end with 0.
  -h, --help         Show this.

Where nothing changes, an earlier comment is removed. A workflow's job has the
variables GITHUB_API_URL and GITHUB_REPOSITORY; GITHUB_TOKEN it must be given,
with the permission pull-requests: write. docs/pull-requests.md shows both.

Exit codes: 0 done, 2 the input is wrong, 3 GitHub refused or did not answer,
70 a bug.
`;
