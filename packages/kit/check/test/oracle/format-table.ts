import type { Compared } from "./compare.ts";

/** The table of docs/offline-online.md: by kind, how many the server refuses and takes, and what the checks say. */
export function formatTable(compared: readonly Compared[]): string {
  const byKind = Object.groupBy(compared, ({ kind }) => kind);
  const kinds = Object.keys(byKind).toSorted();
  const rows = [...kinds.map((kind) => rowOf(kind, byKind[kind]!)), rowOf("all", compared)];
  const head = ["kind", "manifests", "refused", "found", "recall", "taken", "false errors"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join(" | ")} |\n`;
  const rule = widths.map((width, column) => (column === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [head, rule, ...rows].map(line).join("");
}

function rowOf(name: string, compared: readonly Compared[]): string[] {
  const refused = compared.filter(({ verdict }) => verdict !== null).length;
  const missed = compared.filter(({ disagreement }) => disagreement === "missed").length;
  const falseErrors = compared.filter(({ disagreement }) => disagreement === "false error").length;
  const found = refused - missed;
  const counts = [compared.length, refused, found, percent(found, refused), compared.length - refused, falseErrors];
  return [name, ...counts.map(String)];
}

/** Rounded down: only what is whole is 100 %. */
function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.floor((part / whole) * 100)} %`;
}
