import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import { mutate, type JsonObject, type Mutation } from "./mutate.ts";

/** A manifest of the corpus. */
export interface CorpusCase {
  /** The file it comes from, without its ending: `deployment`. */
  readonly file: string;
  /** What sets it apart from the valid object. Unique in its file. */
  readonly name: string;
  /** The valid object that it is one change away from. */
  readonly valid: JsonObject;
  /** What is applied and judged. */
  readonly text: string;
  /** How the file says it. Undefined for the valid object itself. */
  readonly source?: CaseSource;
}

/** A change; or the text with a part of it replaced; or any text. */
export type CaseSource = Mutation | { readonly replace: Readonly<Record<string, string>> } | { readonly text: string };

interface CorpusFile {
  readonly valid: JsonObject;
  readonly cases: Readonly<Record<string, CaseSource>>;
}

/** The folder of the corpus: `<file>.yaml` has a valid object and the changes, `verdicts/` what the server said. */
export const corpusDirectory = join(import.meta.dirname, "../corpus");

/** The name of the first case of each file: the valid object as it is. */
const unchanged = "the valid object";

/** All cases in the order of their files. */
export function readCorpus(): CorpusCase[] {
  const files = readdirSync(corpusDirectory).filter((name) => name.endsWith(".yaml"));
  return files.toSorted().flatMap((name) => readFile(name.replace(".yaml", "")));
}

function readFile(file: string): CorpusCase[] {
  const { valid, cases } = load(expand(readFileSync(join(corpusDirectory, `${file}.yaml`), "utf8"))) as CorpusFile;
  const changed = Object.entries(cases).map(([name, source]) => {
    try {
      return { file, name, valid, text: textOf(valid, source), source };
    } catch (error) {
      throw new Error(`${file}.yaml, ${name}: ${(error as Error).message}`, { cause: error });
    }
  });
  return [{ file, name: unchanged, valid, text: dump(valid) }, ...changed];
}

/** `<a × 64>` stands for 64 letters. */
function expand(text: string): string {
  return text.replaceAll(/<(.+?) × (\d+)>/g, (_, part: string, times: string) => part.repeat(Number(times)));
}

function textOf(valid: JsonObject, source: CaseSource): string {
  if ("text" in source) return source.text;
  // JSON says what YAML 1.1 and 1.2 read alike.
  if (!("replace" in source)) return `${JSON.stringify(mutate(valid, source), null, 2)}\n`;
  let text = dump(valid);
  for (const [search, replacement] of Object.entries(source.replace)) {
    if (!text.includes(search)) throw new Error(`nothing is ${JSON.stringify(search)}`);
    text = text.replace(search, () => replacement);
  }
  return text;
}
