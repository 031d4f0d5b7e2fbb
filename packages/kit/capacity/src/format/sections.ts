import { judged, type Sum } from "../amounts.ts";
import type { ClusterReport, EnvironmentReport, Moment, CapacityReport, Totals } from "../report/report.ts";
import { amountText, countText, cpuText, memoryText, percentText } from "./amount-text.ts";
import type { Block, Section, ReportTable } from "./document.ts";
import { roomBlocks } from "./room-blocks.ts";
import { verdictLines } from "./verdict.ts";

/** What a report says, cluster by cluster. */
export function sectionsOf({ clusters }: CapacityReport): Section[] {
  return clusters.map((cluster) => ({
    heading: `${cluster.environments.map(nameOf).join(" + ")} on ${cluster.id}`,
    blocks: [
      verdictLines(cluster),
      ...cluster.environments.flatMap((environment) => environmentTables(environment, cluster.environments.length > 1)),
      usageTable(cluster),
      momentsTable(cluster),
      ...roomBlocks(cluster),
    ],
  }));
}

function nameOf({ id, copies }: { readonly id: string; readonly copies?: number | undefined }): string {
  return copies === undefined ? id : `${copies} ${id}`;
}

function environmentTables({ id, copies, services, total }: EnvironmentReport, shared: boolean): Block[] {
  const whose = nameOf({ id, copies });
  const table = (title: string, of: "requests" | "limits"): ReportTable => ({
    columns: [shared ? `${title} of ${whose}` : title, "Pods", "Memory", "CPU", "Total memory", "Total CPU"],
    rows: [
      ...services.map(({ name, pods, perPod, ...sums }) => [
        name,
        String(pods),
        memoryText(perPod[of].memory),
        cpuText(perPod[of].cpu),
        ...sumTexts(sums[of]),
      ]),
      totalRow(total, of),
    ],
    total: true,
  });
  return [table("Requests", "requests"), table("Limits", "limits")];
}

function totalRow(total: Totals, of: "requests" | "limits"): string[] {
  return ["Total", String(total.pods), "", "", ...sumTexts(total[of])];
}

function usageTable({ usage, target }: ClusterReport): ReportTable {
  return {
    columns: ["Usage", "All nodes", "System", "Available", "Limits", "Usage", "Target", "Verdict"],
    rows: judged.toReversed().map((resource) => {
      const { capacity, reserved, available, limits, percent, within } = usage[resource];
      const amounts = [capacity, reserved, available, limits].map((amount) => amountText(resource, amount));
      return [
        resource === "cpu" ? "CPU" : "Memory",
        ...amounts,
        percentText(percent, within ? undefined : target),
        percentText(target),
        within ? "within" : "over",
      ];
    }),
    words: [7],
  };
}

function momentsTable({ moments, usage }: ClusterReport): ReportTable {
  return {
    columns: ["Requested", "Pods", "Memory", "CPU", "Of memory", "Of CPU", "Verdict"],
    rows: moments.map(({ pods, requests, pending, ...moment }) => [
      momentText(moment),
      String(pods),
      ...sumTexts(requests),
      percentText((requests.memory / usage.memory.available) * 100),
      percentText((requests.cpu / usage.cpu.available) * 100),
      pending === 0 ? "fits" : `${countText(pending, "pod")} without a node`,
    ]),
    words: [6],
  };
}

function momentText({ when, service }: Pick<Moment, "when" | "service">): string {
  if (when === "one rolls") return `only ${service} rolls`;
  return { steady: "nothing rolls", "scaled up": "all is scaled up", "all roll": "all roll at once" }[when];
}

function sumTexts({ memory, cpu }: Sum): string[] {
  return [memoryText(memory), cpuText(cpu)];
}
