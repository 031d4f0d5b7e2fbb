/** A secret in a text. */
export interface Secret {
  /** What it is: `a GitHub token`, `a value named DB_PASSWORD`. It never has the value. */
  readonly kind: string;
  /** Where it begins, in characters, without what may be shown of it. */
  readonly at: number;
  readonly end: number;
  /** How many characters before it belong to it and may be shown: a prefix that says which kind it is. Default: none. */
  readonly shown?: number;
}

/** A part of a text. */
export type Range = Pick<Secret, "at" | "end">;
