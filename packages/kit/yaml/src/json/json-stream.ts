import { readDocument, refused, type YamlDocument } from "../document.ts";
import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal, type Mark } from "../refusal.ts";
import { isSpace, trimStart } from "../spaces.ts";
import { JsonParser } from "./json-parser.ts";
import { jsonValues } from "./json-values.ts";

/** What of a text has been read as JSON, and what is left to read as YAML. */
interface Stream {
  readonly documents: readonly YamlDocument[];
  readonly rest: string;
}

/** kubectl looks no further for a `{`. */
const lookAhead = 4096;

/**
 * Reads JSON values as `YAMLOrJSONDecoder` of k8s.io/apimachinery does: where there is none, or only one is followed by
 * something else, that is YAML; behind two of them it is wrong.
 */
export function readJsonStream(text: string): Stream {
  if (!trimStart(text.slice(0, lookAhead)).startsWith("{")) return { documents: [], rest: text };
  const documents: YamlDocument[] = [];
  const parser = new JsonParser(text);
  let consumed = 0;
  for (let count = 0; !parser.isAtEnd(); count++) {
    const start = parser.mark;
    const node = tryParse(parser);
    if (node instanceof YamlRefusal) {
      const rest = count > 1 ? undefined : behindBlanks(text.slice(consumed));
      if (rest !== undefined) return { documents, rest };
      return { documents: [...documents, refused(text.slice(consumed), 1, node)], rest: "" };
    }
    const document = readJson(node, text.slice(start.index, parser.mark.index), start);
    if (document !== undefined) documents.push(document);
    consumed = parser.mark.index;
  }
  return { documents, rest: "" };
}

function tryParse(parser: JsonParser): YamlNode | YamlRefusal {
  try {
    return parser.value();
  } catch (error) {
    if (error instanceof YamlRefusal) return error;
    throw error;
  }
}

/** The nodes count in the whole text. */
function readJson(node: YamlNode, text: string, { line }: Mark): YamlDocument | undefined {
  const read = readDocument(text, 1, {
    parse: () => ({ root: node, hasAliases: false }),
    values: ({ root }) => jsonValues(root),
  });
  return read === undefined ? undefined : { ...read, line: line + 1 };
}

/** What is left behind blanks and one line break; undefined where that is less than the decoder reads at once. */
function behindBlanks(text: string): string | undefined {
  let at = 0;
  for (const character of text) {
    const isEnough = new TextEncoder().encode(text.slice(at, at + 4)).length >= 4;
    if (!isEnough || character === "\uFFFD") return undefined;
    if (character === "\n") return text.slice(at + 1);
    if (!isSpace(character)) return text.slice(at);
    at += character.length;
  }
  return undefined;
}
