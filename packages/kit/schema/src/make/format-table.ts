import type { DefaultsTable } from "../defaults-table.ts";
import type { Table } from "../table.ts";

/** A table as JSON: a line for each kind and each type, so that a change of one is a change of few lines. */
export function formatTable({ kinds, nodes, ...rest }: Table): string {
  const versions = Object.entries(kinds).map(([apiVersion, those]) => {
    const lines = Object.entries(those).map(([kind, value]) => `${JSON.stringify(kind)}:${JSON.stringify(value)}`);
    return `${JSON.stringify(apiVersion)}:{\n${lines.join(",\n")}\n}`;
  });
  const head = Object.entries(rest).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  const types = nodes.map((node) => JSON.stringify(node));
  return `{\n${head.join(",\n")},\n"kinds":{\n${versions.join(",\n")}\n},\n"nodes":[\n${types.join(",\n")}\n]\n}\n`;
}

/** The table of what is filled in, a line for each type. */
export function formatDefaults({ kinds, types }: DefaultsTable): string {
  return `{\n"kinds":{\n${rows(kinds)}\n},\n"types":{\n${rows(types)}\n}\n}\n`;
}

function rows(all: Readonly<Record<string, unknown>>): string {
  return Object.entries(all)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join(",\n");
}
