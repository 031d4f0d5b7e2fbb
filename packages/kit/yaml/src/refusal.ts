/** A place in a text, both from 1; a column counts characters. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** A place as a scanner counts it: line and column from 0, and how many characters stand before it. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** Which part of a reader refuses: it decides which line go-yaml names. */
export type RefusalStage = "characters" | "scanner" | "parser" | "values" | "documents" | "json";

interface Marks {
  /** Where what is refused begins. */
  readonly context?: Mark | undefined;
  readonly problem?: Mark | undefined;
}

/** That a text is not YAML to the reader that was asked, or nothing that it can hand on. */
export class YamlRefusal extends Error {
  /** In the reader's own words, without the line that it names. */
  readonly said: string;
  readonly stage: RefusalStage;
  readonly marks: Marks;
  /** Where the fault is; undefined where it is nowhere in particular. */
  readonly place: TextPlace | undefined;
  readonly #line: number;

  /** @param line Of the file, from 1, in which the text begins that the marks count in. */
  constructor(said: string, stage: RefusalStage, marks: Marks, line = 1) {
    // What stands for a byte that is not UTF-8 is for nobody to see.
    super(said.toWellFormed());
    this.name = "Refusal";
    this.#line = line;
    this.said = this.message;
    this.stage = stage;
    this.marks = marks;
    const mark = pointsAtBeginning.test(said) ? (marks.context ?? marks.problem) : (marks.problem ?? marks.context);
    this.place = mark === undefined ? undefined : { line: mark.line + line, column: mark.column + 1 };
  }

  /** The same where the text begins in a line of another one, from 1. */
  from(line: number): YamlRefusal {
    return new YamlRefusal(this.said, this.stage, this.marks, this.#line + line - 1);
  }

  /** As a message has it: `not YAML at line 7, column 1: did not find expected key`. */
  get what(): string {
    const at = this.place === undefined ? "" : ` at line ${this.place.line}, column ${this.place.column}`;
    return `not YAML${at}: ${this.said}`;
  }
}

/** What is found out only at the end of a text, or a line later, is wrong where it begins. */
const pointsAtBeginning = /^could not find expected ':'|^found unexpected end of stream|^found unexpected document/;
