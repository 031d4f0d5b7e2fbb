import { enough, type ClusterReport } from "../report/report.ts";
import { amountText, countText, cpuText, memoryText } from "./amount-text.ts";
import type { Block, ReportTable } from "./document.ts";

// A reader looks at the first nodes; the JSON has all of them.
const nodesShown = 12;

/** Where the pods are while all roll, and what more would fit. */
export function roomBlocks(cluster: ClusterReport): Block[] {
  const blocks = [nodesTable(cluster), largestLines(cluster), moreTable(cluster), cluster.notes];
  return blocks.filter((block) => !Array.isArray(block) || block.length > 0);
}

function nodesTable({ nodes }: ClusterReport): ReportTable {
  const shown = nodes.slice(0, nodesShown).map(({ name, pods, mostPods, requests, allocatable, services }) => [
    name,
    `${pods} of ${mostPods}`,
    `${memoryText(requests.memory)} of ${memoryText(allocatable.memory)}`,
    `${cpuText(requests.cpu)} of ${cpuText(allocatable.cpu)}`,
    Object.entries(services)
      .map(([service, count]) => (count === 1 ? service : `${count} ${service}`))
      .join(", "),
  ]);
  const left = nodes.length - shown.length;
  const rest = left === 0 ? [] : [[`and ${countText(left, "node")} more`, "", "", "", ""]];
  return { columns: ["While all roll", "Pods", "Memory", "CPU", "On it"], rows: [...shown, ...rest], words: [4] };
}

function largestLines({ largestPods }: ClusterReport): string[] {
  if (largestPods.length === 0) return ["no node takes a further pod"];
  const pods = largestPods.map(({ node, memory, cpu }) => `${memoryText(memory)} and ${cpuText(cpu)} on ${node}`);
  return [`the largest further pod that fits also then: ${pods.join(", or ")}`];
}

function moreTable({ more }: ClusterReport): ReportTable | [] {
  if (more.length === 0) return [];
  return {
    columns: ["More replicas", "Find a node", "Within the target"],
    rows: more.map(({ service, fit, withinTarget }) => [service, moreText(fit), moreText(withinTarget)]),
  };
}

function moreText(count: number): string {
  return count >= enough ? `${enough} or more` : String(count);
}

/** `cpu limit from 500m to 400m`, `3 replicas instead of 4`. */
export function shrinkText({ what, from, to }: ClusterReport["shrink"][number]): string {
  if (what === "replicas") return `${countText(to, "replica")} instead of ${from}`;
  const resource = what.startsWith("cpu") ? "cpu" : "memory";
  return `a ${what} of ${amountText(resource, to)} instead of ${amountText(resource, from)}`;
}
