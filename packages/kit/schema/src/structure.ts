import type { Path } from "./schema.ts";

/** One thing that is structurally wrong with an object. */
export interface StructureProblem {
  readonly code: "unknown-field" | "type" | "enum" | "required" | "duplicate-key" | "value";
  /** Where; of a field that is missing, where it should be. */
  readonly path: Path;
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/** What is structurally wrong with an object, and what is left of it. */
export interface Structure {
  readonly problems: readonly StructureProblem[];
  /** Shares with the data what is right. */
  readonly clean: Record<string, unknown>;
}
