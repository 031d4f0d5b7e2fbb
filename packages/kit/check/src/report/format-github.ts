import { forAnnotationData, forAnnotationProperty as property } from "@kit/text";
import { pageOf } from "../page-of.ts";
import { pathText } from "../path-text.ts";
import type { LocatedFinding } from "./locate.ts";
import { counted, countBySeverity, type CheckReport } from "./report.ts";

const commands = { error: "error", warning: "warning", info: "notice" } as const;

/**
 * The report as GitHub's workflow commands, which it shows as annotations beside the lines of a pull request.
 *
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function formatGithub({ findings }: CheckReport): string {
  const { error, warning, info } = countBySeverity(findings);
  const sums = `${counted(error, "error")}, ${counted(warning, "warning")}, ${counted(info, "note")}\n`;
  return `${findings.map(annotation).join("")}${sums}`;
}

function annotation({ severity, check, object, where, position, path, message, fix }: LocatedFinding): string {
  const place = position === undefined ? [] : [`line=${position.line}`, `col=${position.column}`];
  const properties = [`file=${property(where)}`, ...place, `title=${property(`${check}: ${object}`)}`];
  const at = path.length === 0 ? "" : `${pathText(path)}: `;
  const data = forAnnotationData([`${at}${message}`, `To fix: ${fix}`, pageOf(check)]);
  return `::${commands[severity]} ${properties.join(",")}::${data}\n`;
}
