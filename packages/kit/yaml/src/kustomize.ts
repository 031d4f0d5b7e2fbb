import { encodingByBom, textForKustomize, type TextOrBytes } from "./decode.ts";
import { readDocument, refused, type DocumentReader, type YamlDocument } from "./document.ts";
import { readBlockStyle } from "./quick/block-style.ts";
import { parse } from "./parse/parser.ts";
import { YamlRefusal } from "./refusal.ts";
import { trimSpace } from "./spaces.ts";
import { kubectlValues } from "./values/kubectl-values.ts";
import { inlineAliases } from "./values/inline-aliases.ts";
import { nullTag, tagOf } from "./values/kustomize-tag.ts";
import { mostUint64 } from "./values/number.ts";
import { kustomizeValues } from "./values/kustomize-values.ts";

/**
 * A file of resources or patches as kustomize reads it: kyaml's `ByteReader`, and what `kustomize build` then prints of
 * each. One that is refused makes kustomize refuse the file. Empty documents are left out.
 *
 * @param known Documents by their texts, of which it is known what kustomize makes of them. Default: none.
 */
export function readAsKustomize(
  input: TextOrBytes,
  known: ReadonlyMap<string, YamlDocument> = new Map(),
): YamlDocument[] {
  const text = textForKustomize(input).replaceAll("\r\n", "\n");
  // It looks for separators among the bytes, and finds none in UTF-16.
  const isWide = typeof input !== "string" && encodingByBom(input) !== undefined;
  const parts = isWide ? [{ part: text, line: 1 }] : partsOf(text);
  if (parts instanceof YamlRefusal) return [refused(text, 1, parts)];
  return parts.flatMap(({ part, line }) => known.get(part) ?? readDocument(part, line, resources) ?? []);
}

/**
 * A `kustomization.yaml` as kustomize reads it, which is not how it reads resources: with sigs.k8s.io/yaml, as kubectl
 * does, and of several documents the first one alone.
 */
export function readKustomization(input: TextOrBytes): YamlDocument | undefined {
  return readDocument(textForKustomize(input), 1, kustomizations);
}

const kustomizations: DocumentReader = {
  quick: (text) => readBlockStyle(text, 2),
  parse: (text) => parse(text, 2),
  values: ({ root }) => kubectlValues(root, mostUint64),
};

const resources: DocumentReader = {
  quick: (text) => readBlockStyle(text, 3),
  parse: (text) => {
    const parsed = parse(text, 3);
    return parsed === undefined || tagOf(parsed.root) === nullTag ? undefined : parsed;
  },
  values: ({ root, hasAliases }) => ({ data: kustomizeValues(hasAliases ? inlineAliases(root) : root) }),
};

interface Part {
  readonly part: string;
  readonly line: number;
}

/** A line that begins with `---` parts documents, wherever it stands; a comment may follow. */
function partsOf(text: string): Part[] | YamlRefusal {
  const parts: Part[] = [];
  let start = 0;
  let line = 1;
  const add = (stop: number, end: number): void => {
    parts.push({ part: text.slice(start, stop), line });
    line += countBreaks(text, start, end);
    start = end;
  };
  for (const match of text.matchAll(/\n---([^\n]*)\n/g)) {
    const after = trimSpace(match[1]!);
    if (after !== "" && !after.startsWith("#")) {
      const mark = { index: match.index + 1, line: countBreaks(text, 0, match.index + 1), column: 0 };
      return new YamlRefusal(`invalid document separator: ---${trimSpace(`x${match[1]!}`).slice(1)}`, "documents", {
        problem: mark,
      });
    }
    // The break in front of it is the document's own.
    add(match.index + 1, match.index + match[0].length);
  }
  add(text.length, text.length);
  return parts;
}

function countBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
