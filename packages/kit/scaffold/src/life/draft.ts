import { planOf, type FilePlan } from "../plan.ts";
import { readSource, type Source } from "../source/source.ts";

/** The files of a repository as they are to be, edit by edit. */
export class Draft {
  readonly #before: ReadonlyMap<string, string>;
  readonly #texts: Map<string, string>;
  /** The folders that have gone elsewhere: from, and to. */
  readonly moves: (readonly [from: string, to: string])[] = [];
  /** The paths that files had, where it is a different one now. */
  readonly #from = new Map<string, string>();

  constructor(files: ReadonlyMap<string, string>) {
    this.#before = files;
    this.#texts = new Map(files);
  }

  get paths(): string[] {
    return [...this.#texts.keys()].toSorted();
  }

  read(path: string): string | undefined {
    return this.#texts.get(path);
  }

  write(path: string, text: string): void {
    this.#texts.set(path, text);
  }

  remove(path: string): void {
    this.#texts.delete(path);
    this.#from.delete(path);
  }

  move(from: string, to: string): void {
    const text = this.#texts.get(from);
    if (text === undefined || from === to) return;
    const origin = this.#from.get(from) ?? from;
    this.remove(from);
    this.write(to, text);
    if (origin !== to) this.#from.set(to, origin);
  }

  /** The TypeScript sources below a folder. */
  sources(folder: string): string[] {
    return this.paths.filter((path) => path.startsWith(`${folder}/`) && /\.[cm]?ts$/.test(path));
  }

  /** Changes a source in place. */
  edit(path: string, change: (source: Source) => void): void {
    const source = readSource(path, this.read(path)!);
    change(source);
    this.write(path, source.edits.toString());
  }

  /** The path that each moved file had, by the path that it has. */
  get moved(): ReadonlyMap<string, string> {
    return this.#from;
  }

  /** What is to be done for it. */
  plan(): FilePlan {
    const paths = new Set([...this.#before.keys(), ...this.#texts.keys()]);
    return planOf(this.#before, new Map([...paths].map((path) => [path, this.#texts.get(path)])));
  }
}
