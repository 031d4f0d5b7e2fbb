import type { SimpleKeys } from "./simple-keys.ts";
import type { SourceText } from "./source.ts";

/** Which go-yaml: that of kubectl, or that of kustomize. Their scanners differ in what they do with comments. */
export type Version = 2 | 3;

/** How far a text is scanned, and in what the place is. */
export interface Scan {
  readonly source: SourceText;
  readonly version: Version;
  /** The column of the block collection that the place is in; -1 outside of any. */
  readonly indent: number;
  readonly flowLevel: number;
  readonly keys: SimpleKeys;
}
