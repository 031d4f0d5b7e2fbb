import { json, type OddFiles } from "./odd-file.ts";

const map = json("v1", "ConfigMap");
const withData = (data: string): string => map.replace(/\}$/, `,"data":${data}}`);

/** JSON, and what only looks like it. */
export const jsonForms: OddFiles = {
  "two values in a line": map + map,
  "two values in lines": `${map}\n${map}\n`,
  "two values with a comma between": `${map},${map}`,
  "a list of objects": `[${map},${map}]`,
  "JSON, then YAML": `${map}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\n`,
  "JSON, then a text": `${map} hello`,
  "a comma too many": withData('{"a":"b",}'),
  "no comma": withData('{"a":"b" "c":"d"}'),
  "a comment": withData("{/* a */}"),
  "quotes of another kind": withData("{'a':'b'}"),
  "keys without quotes": withData("{a: b}"),
  NaN: withData('{"a":NaN}'),
  Infinity: withData('{"a":-Infinity}'),
  "a plus sign": withData('{"a":+1}'),
  "a zero in front": withData('{"a":01}'),
  "a number that is too large for JSON": withData('{"a":1e999}'),
  "a number of 40 digits": withData(`{"a":${"9".repeat(40)}}`),
  "half of a pair in JSON": withData(String.raw`{"a":"\ud800"}`),
  "a NUL in JSON": withData(String.raw`{"a":"\u0000"}`),
  "an escape that is invalid in JSON": withData(String.raw`{"a":"\q"}`),
  "a line end in a text": withData('{"a":"b\nc"}'),
  "one key twice in JSON": withData('{"a":"b","a":"c"}'),
  "kind twice": '{"apiVersion":"v1","kind":"Pod","kind":"ConfigMap","metadata":{"name":"a"}}',
  "an opening brace": "{",
  "an opening bracket": "[",
  "a closing brace": "}",
  "cut off in a key": map.slice(0, 20),
  "cut off in a value": map.slice(0, -8),
  "a BOM before JSON": `\uFEFF${map}`,
  "a text of JSON": '"hello"',
  "null of JSON": "null",
};
