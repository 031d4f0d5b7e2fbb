import { capacityReport, formatJson, formatMarkdown, formatText } from "@kit/capacity";
import { exitCodes } from "@kit/errors";
import { print } from "@kit/terminal";
import { implement } from "../define/implement.ts";
import { readRenderedEnvironments } from "@kit/repository";
import definition from "../definitions/capacity.ts";

const formats = { text: formatText, markdown: formatMarkdown, json: formatJson };

export default implement(definition, async ({ root, positionals, format }) => {
  const environments = await readRenderedEnvironments(root, positionals);
  const report = capacityReport(
    environments.map(({ environment: { id, cluster, preview }, objects }) => ({
      id,
      cluster,
      objects,
      copies: preview?.max,
    })),
  );
  print(formats[format](report));
  return report.ok ? exitCodes.ok : exitCodes.finding;
});
