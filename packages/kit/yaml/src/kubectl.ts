import { textForKubectl, type TextOrBytes } from "./decode.ts";
import { readDocument, refused, type DocumentReader, type YamlDocument } from "./document.ts";
import { readJsonStream } from "./json/json-stream.ts";
import { readBlockStyle } from "./quick/block-style.ts";
import { parse } from "./parse/parser.ts";
import { YamlRefusal } from "./refusal.ts";
import { trimSpace } from "./spaces.ts";
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

const manifests: DocumentReader = {
  quick: (text) => readBlockStyle(text, 2),
  parse: (text) => parse(text, 2),
  values: ({ root }) => kubectlValues(root),
};

interface Part {
  text: string;
  readonly line: number;
  refusal?: YamlRefusal;
}

function read({ text, line, refusal }: Part): YamlDocument | undefined {
  return refusal === undefined ? readDocument(text, line, manifests) : refused(text, 1, refusal);
}

/** As `YAMLReader` of k8s.io/apimachinery: a separator in front of a document is a line of it. */
function partsOf(text: string, firstLine: number): Part[] {
  const parts: Part[] = [{ text: "", line: firstLine }];
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [index, whole] of lines.entries()) {
    const line = whole.endsWith("\r") && index < lines.length - 1 ? whole.slice(0, -1) : whole;
    const part = parts.at(-1)!;
    const after = line.startsWith("---") ? trimSpace(line.slice(3)) : "";
    if (after !== "" && !after.startsWith("#")) {
      const mark = { index: 0, line: firstLine + index - 1, column: 0 };
      part.refusal = new YamlRefusal(`invalid Yaml document separator: ${after}`, "documents", { problem: mark });
    }
    if (part.refusal !== undefined || (line.startsWith("---") && part.text !== "")) {
      parts.push({ text: "", line: firstLine + index + 1 });
    } else {
      part.text += `${line}\n`;
    }
  }
  return parts;
}
