export { makeDefaults } from "./make-defaults.ts";
export { compact } from "./compact.ts";
export { enforced } from "./enforced.ts";
export { formatDefaults, formatTable } from "./format-table.ts";
export { makeTables } from "./make-tables.ts";
export type { OpenApiDocument } from "./open-api.ts";
export type { Table } from "../table.ts";
export { digestOf, formatMinors } from "./minor-difference.ts";
export { makeMinor } from "./make-minor.ts";
