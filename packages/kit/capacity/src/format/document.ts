/** A report as both kinds of text show it: a section for each cluster. */
export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

/** A table whose first column has names and whose others have numbers, or a list of sentences. */
export type Block = ReportTable | readonly string[];

export interface ReportTable {
  /** The first of them is the table's title. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns beside the first that have words: aligned left. */
  readonly words?: readonly number[];
  /** Whether the last row is a total. */
  readonly total?: boolean;
}

export function isTable(block: Block): block is ReportTable {
  return "columns" in block;
}
