import { textForKubectl, type TextOrBytes } from "./decode.ts";
import { readDocument, refused, type DocumentReader, type YamlDocument } from "./document.ts";
import { readJsonStream } from "./json/json-stream.ts";
import { partsOf, type UnreadPart } from "./kubectl-parts.ts";
import { parse } from "./parse/parser.ts";
import { readBlockStyle } from "./quick/block-style.ts";
import { kubectlValues } from "./values/kubectl-values.ts";

/**
 * A file of manifests as kubectl reads it: JSON values one after another where it begins with `{` and is JSON, else
 * YAML documents between lines that begin with `---`. Where one is refused, kubectl stops; here those behind it are
 * read all the same. Empty documents are left out.
 */
export function readAsKubectl(input: TextOrBytes): YamlDocument[] {
  const text = textForKubectl(input);
  const { documents, rest } = readJsonStream(text);
  const line = text.slice(0, text.length - rest.length).split("\n").length;
  return [...documents, ...partsOf(rest, line).flatMap((part) => read(part) ?? [])];
}

const separator = "---\n";

const manifests: DocumentReader = {
  quick: (text) => readBlockStyle(text.startsWith(separator) ? text.slice(separator.length) : text, 2),
  parse: (text) => parse(text, 2),
  values: ({ root }) => kubectlValues(root),
};

function read({ text, line, refusal }: UnreadPart): YamlDocument | undefined {
  return refusal === undefined ? readDocument(text, line, manifests) : refused(text, 1, refusal);
}
