import { forTerminal } from "@kit/text";
import { compareImageVersions } from "./compare-tags.ts";
import { isUnchanged, type ImageChange } from "./plan.ts";
import { formatWithoutName } from "./reference.ts";

/** Old and new version of each image, a line each, indented. */
export function formatChanges(changes: readonly ImageChange[]): string {
  const rows = changes.map((change) => [forTerminal(change.name), forTerminal(describe(change))] as const);
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}\n`).join("");
}

function describe(change: ImageChange): string {
  const { name, before, after, policy } = change;
  const old = formatWithoutName(name, before);
  if (isUnchanged(change)) return `${old}, as it is`;
  const order = compareImageVersions(after, before);
  const remarks = [
    ...(order === undefined ? ["the tags do not tell which is newer"] : order < 0 ? ["a downgrade"] : []),
    ...(policy === undefined ? [] : [`Flux sets it too, by ${policy}`]),
  ];
  const remark = remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
  return `${old} → ${formatWithoutName(name, after)}${remark}`;
}
