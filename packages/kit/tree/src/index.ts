export { compareTrees } from "./compare-trees.ts";
export { fileStem, objectKey } from "./file-stem.ts";
export { filesBelow } from "./files-below.ts";
export { keepFor, keepText, keptFor, keptText } from "./kept-text.ts";
export { readTree } from "./read-tree.ts";
export { writeTree } from "./write-tree.ts";
export type { Difference } from "./compare-trees.ts";
export type { Entry } from "./read-tree.ts";
export type { WriteResult } from "./write-tree.ts";
