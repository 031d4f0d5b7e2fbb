import type { KubeObject } from "./kube-object.ts";

/**
 * What may be changed in an object: any part of it, `null` where an optional map entry or field goes.
 *
 * Lists are merged as the API merges them. An entry that is found by its key is changed, another one is added at the end;
 * `$entry` changes an entry together with its key, `$remove` removes one, `$whole` gives the whole list. A list whose
 * entries have no key is given whole.
 */
export type Delta<O extends KubeObject> = ChangeOf<Omit<O, keyof TypeMeta>> & SameObject;

// Another name would be a different object.
interface SameObject {
  readonly metadata?: { readonly name?: never; readonly namespace?: never };
}

type TypeMeta = Pick<KubeObject, "apiVersion" | "kind" | "validate" | "toJSON">;
type Deletable<T, K extends keyof T> = {} extends Pick<T, K> ? null : never;
type Primitive = string | number | boolean;
type IsAny<T> = 0 extends 1 & T ? true : false;

type ChangeOf<T> =
  IsAny<T> extends true
    ? T
    : T extends readonly (infer Item)[]
      ? readonly EntryChange<Item>[] | WholeList<Item>
      : T extends object
        ? { readonly [K in keyof T]?: ChangeOf<T[K]> | Deletable<T, K> }
        : T;

/** Replaces a list, whatever is in it. */
interface WholeList<Item> {
  readonly $whole: readonly Item[];
}

type EntryChange<Item> = Item extends object
  ? PlainEntry<Item> | ChangedEntry<Item> | RemovedEntry<Item>
  : Item | { readonly $remove: Item };

/** An entry with what names it: changed where there is one of its key, else added. */
type PlainEntry<Item> = Named<Item> & ChangeOf<Omit<Item, keyof Named<Item>>> & NoWords;

/** The entry that has these values, changed; its key may be among what changes. */
type ChangedEntry<Item> = ChangeOf<Item> & { readonly $entry: EntryKey<Item>; readonly $remove?: never };

/** The entry that has these values goes. */
interface RemovedEntry<Item> {
  readonly $remove: EntryKey<Item>;
  readonly $entry?: never;
}

interface NoWords {
  readonly $entry?: never;
  readonly $remove?: never;
}

type Named<Item> = {
  readonly [K in keyof Item as {} extends Pick<Item, K> ? never : Item[K] extends Primitive ? K : never]: Item[K];
};

type EntryKey<Item> = {
  readonly [K in keyof Item as NonNullable<Item[K]> extends Primitive ? K : never]?: NonNullable<Item[K]>;
};
