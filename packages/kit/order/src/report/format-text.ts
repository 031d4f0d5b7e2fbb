import { describeIdentity } from "@kit/kube";
import { forTerminal, inLines } from "@kit/text";
import type { OrderEdge, Strength } from "../edge.ts";
import type { Order } from "../order.ts";
import { orderProblems } from "../order-problems.ts";
import { problemLine } from "./problem-line.ts";
import { stageName, stagesOf } from "./stages.ts";

/** The waves in their order, each object with what comes before it and why. */
export function formatText(environment: string, order: Order): string {
  const stages = stagesOf(order.nodes);
  const before = Map.groupBy(order.edges, ({ after }) => after);
  const within = Map.groupBy(order.edges.filter(isPlace), (edge) => edge.before);
  const waits = stages.map((stage, index) => {
    const last = stages[index - 1];
    const head = `${stageName(stage)}: ${count(stage.nodes.length, "object")}`;
    return [
      last === undefined || stage.phase === undefined ? head : `${head}, once ${stageName(last)} is healthy`,
      ...stage.nodes.flatMap((node) => [
        `  ${forTerminal(describeIdentity(node))}`,
        ...(within.has(node) ? [`    before     all ${within.get(node)!.length} that are in it`] : []),
        ...(before.get(node) ?? [])
          .filter((edge) => !isPlace(edge))
          .toSorted(byStrength)
          .map(line),
      ]),
    ];
  });
  const head = `${forTerminal(environment)}: ${count(order.nodes.length, "object")} in ${count(stages.filter(({ phase }) => phase !== undefined).length, "wave")}`;
  const problems = orderProblems(order).map(problemLine);
  const wrong = problems.length === 0 ? [] : [["wrong", ...problems.map((problem) => `  ${forTerminal(problem)}`)]];
  return `${[[head], ...waits, ...wrong].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const words: Readonly<Record<Strength, string>> = { ready: "waits for", exists: "after", any: "either way" };

function line({ before, strength, reason }: OrderEdge): string {
  const said = [`${forTerminal(describeIdentity(before))}:`, forTerminal(reason)];
  return inLines(`    ${words[strength].padEnd(11)}`, said, " ");
}

/** A Namespace comes before all that is in it: one line says so for all. */
function isPlace({ before: { group, kind } }: OrderEdge): boolean {
  return group === "" && kind === "Namespace";
}

function byStrength(one: OrderEdge, other: OrderEdge): number {
  return Object.keys(words).indexOf(one.strength) - Object.keys(words).indexOf(other.strength);
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
