import { identityKey, type Loose } from "@kit/kube";
import type { Document } from "./document.ts";
import type { ObjectId } from "./identity.ts";
import { masked } from "./mask.ts";
import { objectsIn } from "./read-document.ts";

/** An object of a set, without the values of Secrets. */
export interface SetObject {
  readonly id: ObjectId;
  readonly data: Loose;
}

/** All objects of one side, each read when it is asked for. */
export class ObjectSet {
  readonly #documents: readonly Document[];
  readonly #masked = new WeakMap<Document, readonly SetObject[]>();
  #all: readonly Loose[] | undefined;
  #byWord: ReadonlyMap<string, readonly Document[]> | undefined;

  constructor(documents: readonly Document[]) {
    this.#documents = documents;
  }

  /** Those whose text has one of the names, in their order. The others are not read. */
  mentioning(...names: readonly string[]): readonly SetObject[] {
    const found = new Set(names.flatMap((name) => this.#documentsWith(name)));
    const documents = names.length === 1 ? [...found] : this.#documents.filter((document) => found.has(document));
    return documents.flatMap((document) => this.#objectsIn(document));
  }

  /** All of them: every document is read. The same list each time. */
  all(): readonly Loose[] {
    return (this.#all ??= this.#documents.flatMap((document) => this.#objectsIn(document).map(({ data }) => data)));
  }

  find(id: ObjectId): SetObject | undefined {
    const key = identityKey(id);
    return this.mentioning(id.name).find((object) => identityKey(object.id) === key);
  }

  #documentsWith(name: string): readonly Document[] {
    const [word] = wordsOf(name);
    if (word === undefined) return this.#documents;
    this.#byWord ??= indexOf(this.#documents);
    return (this.#byWord.get(word) ?? []).filter(({ text }) => text.includes(name));
  }

  #objectsIn(document: Document): readonly SetObject[] {
    const known = this.#masked.get(document) ?? objectsIn(document).map(({ id, data }) => ({ id, data: masked(data) }));
    this.#masked.set(document, known);
    return known;
  }
}

function indexOf(documents: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const index = new Map<string, Document[]>();
  for (const document of documents) {
    for (const word of new Set(wordsOf(document.text))) {
      const known = index.get(word);
      if (known === undefined) index.set(word, [document]);
      else known.push(document);
    }
  }
  return index;
}

/** What names are made of: letters and digits, and dashes between them. */
function wordsOf(text: string): readonly string[] {
  // In quotes, a line end is written as two characters.
  const plain = text.includes("\\") ? text.replaceAll(/\\[nrt]/g, " ") : text;
  return plain.match(/[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*/g) ?? [];
}
