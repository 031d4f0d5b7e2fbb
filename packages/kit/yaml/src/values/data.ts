import type { YamlNode } from "../parse/node.ts";
import type { Integer } from "./number.ts";

/** What a document holds. An integer is a bigint where a number is written otherwise. */
export type YamlData = null | boolean | Integer | string | YamlData[] | { [key: string]: YamlData };

/** What nodes hold, and the keys that are there twice. */
export interface Values {
  readonly data: YamlData;
  readonly repeated?: readonly YamlNode[];
}

export type DataMap = Record<string, YamlData>;

/** Sets a key; `__proto__` is one like any other. */
export function setKey(map: DataMap, key: string, value: YamlData): void {
  if (key === "__proto__") {
    Object.defineProperty(map, key, { value, configurable: true, enumerable: true, writable: true });
  } else {
    map[key] = value;
  }
}
