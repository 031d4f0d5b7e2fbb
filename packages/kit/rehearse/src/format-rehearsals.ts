import { forJson, forMarkdown, forTerminal, forTerminalLines } from "@kit/text";
import type { Expectation } from "./expectation.ts";
import {
  hurts,
  phaseHurts,
  type ConfigRoll,
  type RehearsalFinding,
  type RehearsalPhase,
  type Rehearsal,
} from "./rehearsal.ts";

/** Rehearsals as JSON for other programs. Ends with a line break. */
export function rehearsalsAsJson(rehearsals: readonly Rehearsal[]): string {
  const all = rehearsals.map((rehearsal) => ({ ...rehearsal, hurts: hurts(rehearsal) }));
  return `${forJson({ hurts: rehearsals.some(hurts), rehearsals: all })}\n`;
}

/** Rehearsals as text for a terminal. Ends with a line break. */
export function rehearsalsAsText(rehearsals: readonly Rehearsal[]): string {
  return rehearsals.map(rehearsalText).join("\n");
}

/** Rehearsals as Markdown for a pull request. Ends with a line break. */
export function rehearsalsAsMarkdown(rehearsals: readonly Rehearsal[]): string {
  return `# Rehearsal\n\n${rehearsals.map(rehearsalMarkdown).join("\n")}`;
}

function rehearsalText(rehearsal: Rehearsal): string {
  const parts = partsOf(rehearsal).map(({ heading, tables, sentences }) => {
    const listed = sentences
      .map((sentence) => `    ${forTerminalLines(sentence).replaceAll("\n", "\n    ")}\n`)
      .join("");
    return [`  ${forTerminal(heading)}\n`, ...tables.map(textTable), listed].join("");
  });
  return `${forTerminal(headingOf(rehearsal))}\n${parts.join("")}`;
}

function rehearsalMarkdown(rehearsal: Rehearsal): string {
  const parts = partsOf(rehearsal).map(({ heading, tables, sentences }) => {
    const listed = sentences.map((sentence) => `- ${forMarkdown(sentence.replaceAll("\n", " "))}\n`).join("");
    const blocks = [...tables.map(markdownTable), ...(listed === "" ? [] : [listed])];
    return [`### ${forMarkdown(heading)}\n`, ...blocks].join("\n");
  });
  return `## ${forMarkdown(headingOf(rehearsal))}\n\n${parts.join("\n")}`;
}

/** A phase as both kinds of text show it. */
interface Part {
  readonly heading: string;
  readonly tables: readonly Table[];
  readonly sentences: readonly string[];
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Which columns have numbers. */
  readonly numbers: readonly number[];
}

function headingOf(rehearsal: Rehearsal): string {
  const { environment, ref, objects, sync, rollback } = rehearsal;
  const back = rollback && phaseHurts(rollback) ? "rolling back hurts" : undefined;
  const verdict = phaseHurts(sync) ? ["hurts", back] : back === undefined ? ["works"] : [`works, but ${back}`];
  const over = objects === 0 ? `nothing (${ref} has none of it)` : ref;
  return `${environment} over ${over}: ${verdict.filter((part) => part !== undefined).join(", and ")}`;
}

function partsOf({ ref, objects, before, sync, rollback }: Rehearsal): Part[] {
  const known = before.map(findingText);
  const earlier: Part = { heading: `${ref} itself, before the change`, tables: [], sentences: known };
  const none: Part = { heading: "rollback: there is nothing to go back to", tables: [], sentences: [] };
  return [
    ...(known.length === 0 ? [] : [earlier]),
    partOf("sync", sync),
    ...(rollback === undefined ? (objects === 0 ? [none] : []) : [partOf(`rollback to ${ref}`, rollback)]),
  ];
}

function partOf(
  name: string,
  { seconds, timeline, unchanged, services, configMaps, expectations, findings }: RehearsalPhase,
): Part {
  const times: Table = {
    columns: ["second", "what", "object"],
    rows: timeline.map(({ at, what, object }) => [at.toFixed(2), what, object]),
    numbers: [0],
  };
  const endpoints: Table = {
    columns: ["ready endpoints", "before", "lowest", "after"],
    rows: services.flatMap(endpointRows),
    numbers: [1, 2, 3],
  };
  return {
    heading: `${name}: ${seconds.toFixed(1)} s, ${unchanged === 1 ? "1 object" : `${unchanged} objects`} unchanged`,
    tables: [times, endpoints].filter(({ rows }) => rows.length > 0),
    sentences: [...configMaps.map(rollText), ...findings.map(findingText), ...expectations.flatMap(otherwiseText)],
  };
}

/** A row of the Service, and of each port with other numbers. */
function endpointRows({ service, ports, ...counts }: RehearsalPhase["services"][number]): string[][] {
  const numbers = ({ before, lowest, after }: typeof counts): string[] => [before, lowest, after].map(count);
  const own = numbers(counts);
  const others = ports.filter((one) => numbers(one).join() !== own.join());
  return [[service, ...own], ...others.map((one) => [`${service} port ${one.port}`, ...numbers(one)])];
}

function count(amount: number | undefined): string {
  return amount === undefined ? "–" : String(amount);
}

function rollText({ configMap, keys, rolled, notRolled }: ConfigRoll): string {
  const changed = `${configMap} changed (${keys.join(", ")})`;
  if (rolled.length + notRolled.length === 0) return forTerminal(`${changed}: no pods read it`);
  return forTerminal(`${changed}: rolled ${rolled.join(", ") || "nothing"}`);
}

/** Nothing where it was as expected. */
function otherwiseText(one: Expectation): string[] {
  if (one.agree !== false) return [];
  if (one.about === "pods") {
    return [
      forTerminal(`not as the model has it: ${one.object}: expected ${one.expected.type}, happened ${one.happened}`),
    ];
  }
  const [expected, happened] = [one.expected, one.happened].map((some) => (some ? "endpoints" : "no endpoint"));
  return [
    forTerminal(`not as the model has it: ${one.object} port ${one.port}: expected ${expected}, happened ${happened}`),
  ];
}

function findingText({ severity, object, where, message }: RehearsalFinding): string {
  // Only a message may have several lines.
  const place = where === undefined ? "" : ` (${forTerminal(where)})`;
  return `${severity}: ${forTerminal(object)}: ${shorten(message)}${place}`;
}

/** The API server may quote a whole object that it refuses, and says why in the end. */
function shorten(message: string): string {
  return message.length <= 600 ? message : `${message.slice(0, 200)} … ${message.slice(-200)}`;
}

function textTable({ columns, rows, numbers }: Table): string {
  const all = [columns, ...rows].map((cells) => cells.map(forTerminal));
  const widths = columns.map((_, index) => Math.max(...all.map((cells) => cells[index]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (numbers.includes(index) ? cell.padStart(widths[index]!) : cell.padEnd(widths[index]!)))
      .join("  ")
      .trimEnd();
  return all.map((cells) => `    ${line(cells)}\n`).join("");
}

function markdownTable({ columns, rows, numbers }: Table): string {
  const rule = columns.map((_, index) => (numbers.includes(index) ? "---:" : "---"));
  const [head = [], ...body] = [columns, ...rows].map((cells) => cells.map(forMarkdown));
  return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}
