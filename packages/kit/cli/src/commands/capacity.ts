import { capacityReport, formatJson, formatMarkdown, formatText } from "@kit/capacity";
import { exitCodes } from "@kit/errors";
import { print, defineCommand } from "../command.ts";
import { formatOption } from "../format-option.ts";
import { readRenderedEnvironments } from "@kit/repository";
import { help } from "../help/capacity.ts";

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
