import type { ValueOrigin, Origins } from "./origins.ts";

/** Origins while changes are applied. */
export class OriginTree implements Origins {
  by: ValueOrigin | undefined;
  fields: Map<string, OriginTree> | undefined = undefined;
  entries: (OriginTree | undefined)[] | undefined = undefined;
  /** Who has given the list whole. */
  whole: ValueOrigin | undefined = undefined;
  /** Who has removed entries of the list, by what names them. */
  removed: Map<string, ValueOrigin> | undefined = undefined;

  constructor(by?: ValueOrigin) {
    this.by = by;
  }

  field(name: string): OriginTree {
    this.fields ??= new Map();
    const known = this.fields.get(name) ?? new OriginTree();
    this.fields.set(name, known);
    return known;
  }

  entry(index: number): OriginTree {
    this.entries ??= [];
    const known = this.entries[index] ?? new OriginTree();
    this.entries[index] = known;
    return known;
  }

  removeEntry(index: number, key: string, by: ValueOrigin): void {
    this.entries?.splice(index, 1);
    this.removed ??= new Map();
    this.removed.set(key, by);
  }

  /** The value is given anew, with all that is in it. */
  give(by: ValueOrigin): void {
    this.by = by;
    this.fields = undefined;
    this.entries = undefined;
    this.removed = undefined;
    this.whole = undefined;
  }

  /** The first of the hands below this place that is meant. */
  find(isMeant: (by: ValueOrigin) => boolean): ValueOrigin | undefined {
    const own = [this.by, this.whole, ...(this.removed?.values() ?? [])].find((by) => by !== undefined && isMeant(by));
    if (own !== undefined) return own;
    for (const child of [...(this.fields?.values() ?? []), ...(this.entries ?? [])]) {
      const found = child?.find(isMeant);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
