import type { TypeSchema } from "./schema.ts";
import type { StructureProblem } from "./structure.ts";

/** Checks a value. Returns what is right of it, or undefined where that is nothing. */
export type CheckValue = (type: TypeSchema, value: unknown, walk: Walk) => unknown;

/** The way through an object: where it is now, and what was wrong on the way. */
export class Walk {
  readonly problems: StructureProblem[] = [];
  readonly #path: (string | number)[] = [];
  readonly #check: CheckValue;

  constructor(check: CheckValue) {
    this.#check = check;
  }

  /** Checks a part of the value here. */
  check(step: string | number, type: TypeSchema, value: unknown): unknown {
    this.#path.push(step);
    const right = this.#check(type, value, this);
    this.#path.pop();
    return right;
  }

  /** Notes a problem of the value here. */
  report(code: StructureProblem["code"], message: string, fix: string): void {
    this.problems.push({ code, path: [...this.#path], message, fix });
  }

  /** Notes a problem of a part of the value here. */
  reportAt(step: string | number, code: StructureProblem["code"], message: string, fix: string): void {
    this.problems.push({ code, path: [...this.#path, step], message, fix });
  }
}
