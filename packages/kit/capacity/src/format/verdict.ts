import { judged } from "../amounts.ts";
import type { ClusterReport, PendingReport } from "../report/report.ts";
import { amountText, countText, percentText } from "./amount-text.ts";
import { shrinkText } from "./room-blocks.ts";

/** Whether a cluster's environments fit, and where not: what is too much, why pods find no node, what to shrink. */
export function verdictLines({ withinTarget, fits, usage, target, pending, shrink }: ClusterReport): string[] {
  const over = judged.flatMap((resource): string[] => {
    const { within, percent, limits, available } = usage[resource];
    if (within) return [];
    const share = `${amountText(resource, limits)} of ${amountText(resource, available)}`;
    return [
      `over the target: the ${resource} limits are ${percentText(percent, target)} (${share}), ${percentText(target)} are allowed`,
    ];
  });
  const suggestions = (["target", "fit"] as const).flatMap((fixes) => {
    const enough = shrink.filter((one) => one.fixes === fixes).map((one) => `${one.service} with ${shrinkText(one)}`);
    if (enough.length === 0) return [];
    return [`${fixes === "target" ? "to be within the target" : "to fit"}: ${enough.join(", or ")}`];
  });
  const helpless =
    suggestions.length === 0
      ? ["to fix: no service is big enough to be made smaller alone; use bigger nodes, or more"]
      : [];
  if (withinTarget && fits) return ["within the target, and fits also while all roll at once"];
  return [...over, ...pending.map(pendingText), ...suggestions, ...helpless];
}

function pendingText({ service, pods, when, reasons }: PendingReport): string {
  const nodes = Object.entries(reasons).map(
    ([reason, count]) => `${countText(count, "node")} ${plural(reason, count)}`,
  );
  const moment = when === "steady" ? "does not fit" : "does not fit while all roll at once";
  return `${moment}: ${countText(pods, "pod")} of ${service} ${pods === 1 ? "finds" : "find"} no node: ${nodes.join("; ")}`;
}

// Reasons are said of one node: `has not enough cpu`.
function plural(reason: string, count: number): string {
  if (count === 1) return reason;
  return reason
    .replace(/^has\b/, "have")
    .replace(/^is\b/, "are")
    .replace(/^does\b/, "do");
}
