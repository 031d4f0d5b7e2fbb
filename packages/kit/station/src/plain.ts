/**
 * A type of plain data as it is; of another one, something that it is not: a function is data to nobody. What is `unknown`
 * is somebody else's data, as it was read.
 *
 * @typeParam Left How many levels are looked at: JSON is a type without an end.
 */
export type Plain<T, Left extends readonly unknown[] = Levels> = unknown extends T
  ? T
  : Left extends readonly [unknown, ...infer Below]
    ? T extends string | number | boolean | bigint | null | undefined
      ? T
      : T extends Code
        ? never
        : T extends ReadonlyMap<infer Key, infer Value>
          ? ReadonlyMap<Plain<Key, Below>, Plain<Value, Below>>
          : T extends ReadonlySet<infer Item>
            ? ReadonlySet<Plain<Item, Below>>
            : { readonly [Key in keyof T]: Plain<T[Key], Below> }
    : T;

type Levels = readonly [1, 2, 3, 4, 5, 6, 7, 8];

type Code = symbol | ((...args: never[]) => unknown) | Promise<unknown> | WeakMap<object, unknown> | WeakSet<object>;
