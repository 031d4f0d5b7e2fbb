export { changeOf } from "./change-of.ts";
export { componentFiles } from "./component-files.ts";
export { operations } from "./operations.ts";
export type { ComponentChange } from "./change-of.ts";
export type { ComponentParts } from "./component-parts.ts";
export type { PatchOperation } from "./operations.ts";
