import { stripVTControlCharacters } from "node:util";
import { exampleRoot, filesBelow } from "@kit/testing";
import { documentsIn, formatText, review, type Document, type OverlayChange, type Review } from "../src/index.ts";

/** The files of one environment by their names, such as `18-deployment-backend.yaml`. */
type Files = Map<string, string>;
export type Edit = (files: Files) => void;

/** Every `from` of a file becomes `to`. */
export function replace(file: string, from: string, to: string): Edit {
  return (files) => {
    const text = textOf(files, file);
    if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
    files.set(file, text.replaceAll(from, to));
  };
}

export function remove(file: string): Edit {
  return (files) => {
    textOf(files, file);
    files.delete(file);
  };
}

export function add(file: string, text: string): Edit {
  return (files) => files.set(file, text);
}

/** A file under another name, with every `from` in it as `to`. */
export function rename(file: string, newName: string, from: string, to: string): Edit {
  return (files) => {
    const text = textOf(files, file);
    files.delete(file);
    files.set(newName, text.replaceAll(from, to));
  };
}

/** The review of edits of what this repository deploys. */
export function reviewOf(environment: string, edits: readonly Edit[], overlay?: OverlayChange): Review {
  const before = exampleFiles(environment);
  const after = new Map(before);
  for (const edit of edits) edit(after);
  const sides = { environment, before: documents(before), after: documents(after), overlay };
  return review({ base: "main", head: "the working tree", sides: [sides] });
}

/** The same as text, without colours, with nothing folded and with the same checksums whatever is deployed. */
export function textOfReview(environment: string, edits: readonly Edit[], overlay?: OverlayChange): string {
  return shown(formatText(reviewOf(environment, edits, overlay), true));
}

/** Two texts of YAML, compared. */
export function compare(before: string, after: string): Review {
  const sides = { environment: undefined, before: documentsIn("a", before), after: documentsIn("b", after) };
  return review({ base: "a", head: "b", sides: [{ ...sides, overlay: undefined }] });
}

/** The same as text. */
export function compareText(before: string, after: string): string {
  return shown(formatText(compare(before, after), true));
}

/** A text without colours, and with the same checksums whatever is deployed. */
export function shown(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[0-9a-f]{64}/g, "<digest>");
}

function exampleFiles(environment: string): Files {
  const folder = `generated/rendered/${environment}`;
  const files = [...filesBelow(exampleRoot, folder)];
  return new Map(files.map(([path, text]) => [path.slice(folder.length + 1), text]));
}

function documents(files: Files): Document[] {
  return [...files].flatMap(([file, text]) => documentsIn(file, text));
}

function textOf(files: Files, file: string): string {
  const text = files.get(file);
  if (text === undefined) throw new Error(`there is no ${file}`);
  return text;
}
