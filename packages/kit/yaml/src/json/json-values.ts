import type { YamlNode } from "../parse/node.ts";
import { YamlRefusal } from "../refusal.ts";
import { styles } from "../scan/token.ts";
import { setKey, type YamlData, type DataMap, type Values } from "../values/data.ts";
import { exact, leastInt64, mostInt64 } from "../values/number.ts";

/** What JSON holds to the API: an integer where int64 holds it, else a float. Of equal keys the last one holds. */
export function jsonValues(root: YamlNode): Values {
  const repeated: YamlNode[] = [];
  return { data: value(root, repeated), repeated };
}

function value(node: YamlNode, repeated: YamlNode[]): YamlData {
  if (node.kind === "list") return node.children.map((child) => value(child, repeated));
  if (node.kind === "scalar") return node.style === styles.double ? node.value : literal(node);
  const map: DataMap = {};
  for (let index = 0; index < node.children.length; index += 2) {
    const key = node.children[index]!;
    if (Object.hasOwn(map, key.value)) repeated.push(key);
    setKey(map, key.value, value(node.children[index + 1]!, repeated));
  }
  return map;
}

function literal({ value: text, mark }: YamlNode): YamlData {
  if (text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  if (/^-?\d+$/.test(text)) {
    const integer = BigInt(text);
    if (integer >= leastInt64 && integer <= mostInt64) return exact(integer);
  }
  const float = Number(text) + 0;
  if (Number.isFinite(float)) return float;
  throw new YamlRefusal(`json: cannot unmarshal number ${text} into Go value of type float64`, "values", {
    problem: mark,
  });
}
