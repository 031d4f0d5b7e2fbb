import { createRequire } from "node:module";
import type { DefaultsTable } from "./defaults-table.ts";
import type { MinorTables } from "./minor-table.ts";
import type { Table } from "./table.ts";

// To import JSON takes three times as long.
const require = createRequire(import.meta.url);

/** The API server's own kinds. */
export function readOwnTable(): Table {
  return require("../data/kubernetes.json") as Table;
}

/** What differs in the API servers of other minor versions. */
export function readMinors(): MinorTables {
  return require("../data/minors.json") as MinorTables;
}

/** The kinds that custom resource definitions add to it. */
export function readCustomTable(): Table {
  return require("../data/custom-resources.json") as Table;
}

/** What the API server fills in in its own kinds. */
export function readDefaults(): DefaultsTable {
  return require("../data/defaults.json") as DefaultsTable;
}
