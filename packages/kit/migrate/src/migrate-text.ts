import { isMap, isScalar, parseDocument, visit, type Scalar } from "yaml";
import { movedPath, type Systems } from "./base-path.ts";

/** What is wanted of a kustomization. */
export interface Wanted {
  /** The systems whose services its paths may mean. */
  readonly systems: Systems;
  /** A line `namespace:` with this value goes; undefined where all stay. */
  readonly namespace: string | undefined;
}

export interface MigratedText {
  readonly text: string;
  /** How many paths are others. */
  readonly paths: number;
  /** Whether the line `namespace:` is gone. */
  readonly hadNamespace: boolean;
  /** Paths whose service several systems have. */
  readonly ambiguous: readonly { readonly path: string; readonly owners: readonly string[] }[];
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A kustomization with its paths into bases as they are now. All else stays as it is written, to the byte. */
export function migrateText(text: string, { systems, namespace }: Wanted): MigratedText {
  const document = parseDocument(text, { version: "1.1", prettyErrors: false });
  if (document.errors.length > 0) return { text, paths: 0, hadNamespace: false, ambiguous: [] };
  const ambiguous: { path: string; owners: string[] }[] = [];
  const edits: Edit[] = [];
  visit(document, {
    Scalar(_key, node) {
      const edit = typeof node.value === "string" && isOneLine(node) ? pathEdit(node.value, node) : undefined;
      if (edit !== undefined) edits.push(edit);
    },
  });
  const paths = edits.length;
  const line = namespace === undefined ? undefined : namespaceEdit(text, document.contents, namespace);
  if (line !== undefined) edits.push(line);
  return { text: edited(text, edits), paths, hadNamespace: line !== undefined, ambiguous };

  function pathEdit(value: string, { range }: Scalar): Edit | undefined {
    const moved = movedPath(value, systems);
    if (moved?.path === undefined) {
      if (moved !== undefined) ambiguous.push({ path: value, owners: moved.owners });
      return undefined;
    }
    const [start, end] = range!;
    const written = text.slice(start, end);
    // What is written with escapes stays: the build names it.
    return written.includes(value) ? { start, end, replacement: written.replace(value, () => moved.path!) } : undefined;
  }
}

function isOneLine({ type }: Scalar): boolean {
  return type === "PLAIN" || type === "QUOTE_SINGLE" || type === "QUOTE_DOUBLE";
}

/** Takes the field out, with its line where nothing else stands there. A comment behind it stays. */
function namespaceEdit(text: string, contents: unknown, namespace: string): Edit | undefined {
  if (!isMap(contents)) return undefined;
  const items = contents.items;
  const index = items.findIndex(({ key }) => isScalar(key) && key.value === "namespace");
  const { key, value } = items[index] ?? {};
  // An anchor may be used elsewhere.
  if (!isScalar(key) || !isScalar(value) || value.value !== namespace || value.anchor !== undefined) return undefined;
  const [start, end] = [key.range![0], value.range![1]];
  if (contents.flow === true) {
    const next = items[index + 1]?.key;
    if (isScalar(next)) return { start, end: next.range![0], replacement: "" };
    const last = (items[index - 1]?.value as Scalar | undefined)?.range?.[1];
    return { start: last ?? start, end, replacement: "" };
  }
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const rest = /^[^\r\n]*/.exec(text.slice(end))![0];
  if (rest.trim() !== "") return { start, end: end + rest.length - rest.trimStart().length, replacement: "" };
  const lineBreak = /^\r?\n/.exec(text.slice(end + rest.length))?.[0] ?? "";
  return { start: lineStart, end: end + rest.length + lineBreak.length, replacement: "" };
}

function edited(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((now, { start, end, replacement }) => now.slice(0, start) + replacement + now.slice(end), text);
}
