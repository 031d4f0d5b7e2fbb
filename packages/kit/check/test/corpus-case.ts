import { readCorpus } from "./oracle/read-corpus.ts";

const texts = new Map(readCorpus().map(({ file, name, text }) => [keyOf(file, name), text]));

/**
 * A manifest of the corpus: the API server's verdict on it is recorded there.
 *
 * @param file Without its ending.
 */
export function corpusCase(file: string, name: string): string {
  const text = texts.get(keyOf(file, name));
  if (text === undefined) throw new Error(`${file}.yaml has no case ${JSON.stringify(name)}`);
  return text;
}

function keyOf(file: string, name: string): string {
  return `${file}\n${name}`;
}
