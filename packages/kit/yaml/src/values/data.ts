import type { Node } from "../parse/node.ts";
import type { Integer } from "./number.ts";

/** What a document holds. An integer is a bigint where a number is written otherwise. */
export type Data = null | boolean | Integer | string | Data[] | { [key: string]: Data };

/** What nodes hold, and the keys that are there twice. */
export interface Values {
  readonly data: Data;
  readonly repeated?: readonly Node[];
}

export type DataMap = Record<string, Data>;

/** Sets a key; `__proto__` is one like any other. */
export function setKey(map: DataMap, key: string, value: Data): void {
  if (key === "__proto__") {
    Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    map[key] = value;
  }
}
