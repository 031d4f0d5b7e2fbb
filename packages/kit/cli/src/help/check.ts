export const help = `Judges what the environments deploy, and says everything that is wrong.

Usage: pnpm check [environment...]
       pnpm check FILE|DIRECTORY... | -
       pnpm check --policy [environment...]
       pnpm check --explain CHECK

  environment        Judge these, with all that share their clusters, such as dev
                     or shop/prod. Default: all.
  FILE, DIRECTORY    Judge these manifests instead, as one set: YAML or JSON, of
                     any origin. - reads standard input.
  --policy           Print what environments are judged by: rule packs, severities,
                     options, exemptions, and where each was said. With --json
                     as JSON.
  --explain CHECK    Print the page of a check.
  --notes            Show findings of severity info, not only their number.
  --max-warnings N   Fail where there are more warnings than N.
  --format FORMAT    text, json, sarif, or github (annotations). Default: text.
  --json             The same as --format json.
  -h, --help         Show this.

Reads what generated/rendered has, so run \`pnpm build\` first, which ends with
these checks; whether it is up to date, \`pnpm drift\` tells. docs/checks.md lists
the checks, docs/policy.md says how they are changed and findings exempted.

Exit codes: 0 no error, 1 an error or too many warnings, 2 the input is wrong,
3 the machine failed, 70 a bug.
`;
