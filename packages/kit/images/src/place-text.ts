import type { EntryPlace } from "@kit/kustomize";
import { isCollection, isNode, LineCounter, parseDocument } from "yaml";

/** What is known of files, to say a line. */
interface Texts {
  readonly texts: ReadonlyMap<string, string>;
}

/** Where an entry is written: `overlays/dev/kustomization.yaml:12`, without the line where nobody knows it. */
export function placeText(place: EntryPlace, texts: Texts): string {
  const line = lineOf(place, texts);
  return line === undefined ? place.file : `${place.file}:${line}`;
}

/** The line of an entry, from 1. */
export function lineOf({ file, field, index }: EntryPlace, { texts }: Texts): number | undefined {
  const text = texts.get(file);
  if (text === undefined) return undefined;
  const lineCounter = new LineCounter();
  const { contents } = parseDocument(text, { version: "1.1", prettyErrors: false, lineCounter });
  const node: unknown = isCollection(contents) ? contents.getIn([field, index], true) : undefined;
  return isNode(node) && node.range ? lineCounter.linePos(node.range[0]).line : undefined;
}
