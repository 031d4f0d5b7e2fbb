import { forTerminal } from "@kit/text";
import { compareImageVersions } from "./compare-tags.ts";
import { isUnchanged, type ImageChange } from "./plan.ts";
import { formatVersion, formatWithoutName } from "./reference.ts";

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
  const step = stepOf(change);
  const remarks = [
    ...(step === undefined ? [] : [step]),
    ...(policy === undefined ? [] : [`Flux sets it too, by ${policy}`]),
  ];
  const remark = remarks.length === 0 ? "" : ` (${remarks.join("; ")})`;
  // What it is deployed from is said once.
  const next = before.repository === after.repository ? formatVersion(after) : formatWithoutName(name, after);
  return `${old} → ${next}${remark}`;
}

/** What kind of step it is, where that is not a newer version. */
function stepOf({ before, after }: ImageChange): string | undefined {
  if (before.tag !== undefined && before.tag === after.tag && before.digest !== after.digest) {
    if (before.digest === undefined) return "the same tag, now pinned";
    return after.digest === undefined ? "the same tag, no longer pinned" : "the same tag, another digest";
  }
  const order = compareImageVersions(after, before);
  if (order === undefined) return "the tags do not tell which is newer";
  return order < 0 ? "a downgrade" : undefined;
}
