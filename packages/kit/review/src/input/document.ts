import type { FieldOwner } from "../judge/field-owners.ts";

/** A document of YAML or JSON. It is read when something is asked of it that its text does not tell. */
export interface Document {
  /** Its file, as a reader would look it up. */
  readonly where: string;
  readonly text: string;
  /** The line of the file that it begins in, from 1. Default: the first. */
  readonly line?: number;
  /** Where what it says was written, if the caller knows. */
  readonly source?: SourceFile | undefined;
  /** Why an API server refuses it, in its own words, if it has been asked and does. */
  readonly refused?: string | undefined;
  /** Who has set what it has, beside who applies it, where it is from a cluster. */
  readonly owners?: readonly FieldOwner[] | undefined;
}

/** The package's file that an object comes from. */
export interface SourceFile {
  readonly file: string;
  /** Whether what the packages make for this object differs from before. */
  readonly changed: boolean;
}

/**
 * The documents of a file, parted as kubectl does: a line that begins with `---` begins one. Several JSON values are one
 * here, and several when they are read.
 */
export function documentsIn(where: string, text: string): Document[] {
  if (!/^---/m.test(text)) return isEmpty(text) ? [] : [{ where, text }];
  let line = 1;
  return text
    .replaceAll("\r\n", "\n")
    .split(/^(?=---)/m)
    .flatMap((part) => {
      const document = { where, text: part, line };
      line += part.split("\n").length - 1;
      return isEmpty(part) ? [] : [document];
    });
}

function isEmpty(text: string): boolean {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.every((line) => line.startsWith("#") || ["", "---", "null", "~", "..."].includes(line));
}
