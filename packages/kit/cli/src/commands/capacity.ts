import { capacityReport, formatJson, formatMarkdown, formatText } from "@kit/capacity";
import { exitCodes } from "@kit/errors";
import { print, defineCommand } from "../command.ts";
import { formatOption } from "../format-option.ts";
import { readRenderedEnvironments } from "@kit/repository";

const help = `Tells whether the environments fit their clusters, also while they roll.

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

const formats = { text: formatText, markdown: formatMarkdown, json: formatJson };

export default defineCommand({
  help,
  positionals: true,
  options: { format: { type: "string" }, json: { type: "boolean" } },
  async run({ root, positionals, values }) {
    const format = formatOption(values, formats);
    const environments = await readRenderedEnvironments(root, positionals);
    const report = capacityReport(
      environments.map(({ environment: { id, cluster }, objects }) => ({ id, cluster, objects })),
    );
    print(format(report));
    return report.ok ? exitCodes.ok : exitCodes.finding;
  },
});
