export { compareTrees } from "./compare-trees.ts";
export { fileNames, groupOf } from "./file-names.ts";
export { readTree } from "./read-tree.ts";
export { writeTree } from "./write-tree.ts";
export type { Difference } from "./compare-trees.ts";
export type { Identity } from "./file-names.ts";
export type { Entry } from "./read-tree.ts";
export type { WriteResult } from "./write-tree.ts";
