import { configMap, json, times, type OddFiles } from "./odd-file.ts";

const million = 1_000_000;

const repeated = {
  "line ends": "\n",
  spaces: " ",
  tabs: "\t",
  letters: "a",
  "lines of ---": "---\n",
  "lines of ...": "...\n",
  hyphens: "-",
  "hyphens in lines": "- \n",
  colons: ":",
  "colons with spaces": "a: ",
  "number signs": "#",
  ampersands: "&",
  asterisks: "*",
  "exclamation marks": "!",
  "double quotes": '"',
  "single quotes": "'",
  bars: "|",
  "greater-than signs": ">",
  percent: "%",
  at: "@",
  backslashes: "\\",
  commas: ",",
  "question marks": "?",
  braces: "{",
  "braces of a template": "{{",
  "NUL bytes": "\0",
  BOMs: "\uFEFF",
  emoji: "\u{1F600}",
};

/** What is large. */
export const sizes: OddFiles = {
  ...Object.fromEntries(
    Object.entries(repeated).map(([what, text]) => [`many ${what}`, text.repeat(300_000 / text.length)]),
  ),
  "5 MB of a text": `${configMap}data:\n  a: ${"x".repeat(5 * million)}\n`,
  "5 MB in quotes": `${configMap}data:\n  a: "${String.raw`\x41 `.repeat(million)}"\n`,
  "5 MB of a block": `${configMap}data:\n  a: |\n${"    some text of some width\n".repeat(180_000)}`,
  "5 MB of a comment": `${"# x".repeat(1_700_000)}\n${configMap}`,
  "5 MB of comments": `${"# some text of some width\n".repeat(190_000)}${configMap}`,
  "5 MB of base64": json("v1", "Secret", { data: { a: "QUJD".repeat(1_250_000) } }),
  "5 MB of JSON in a line": json("v1", "ConfigMap", {
    data: Object.fromEntries(Array.from({ length: 8_000 }, (_, at) => [`key-${at}`, "value ".repeat(100)])),
  }),
  "a key of 200 kB": `${configMap}data:\n  ${"k".repeat(200_000)}: v\n`,
  "a key of 200 kB in quotes": `${configMap}data:\n  "${"k".repeat(200_000)}": v\n`,
  "a question of 200 kB": `${configMap}data:\n  ? ${"k".repeat(200_000)}\n  : v\n`,
  "10,000 keys": `${configMap}data:\n${times(10_000, (at) => `  k${at}: v\n`)}`,
  "10,000 labels": json("v1", "ConfigMap", {
    metadata: { name: "a", labels: Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`l${at}`, "v"])) },
  }),
  "50,000 items of a list": `${configMap}data:\n${times(50_000, (at) => `- v${at}\n`)}`,
  "one key 2,000 times": `${configMap}data:\n${times(2_000, (at) => `  k: v${at}\n`)}`,
  "2,000 documents": times(2_000, (at) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a${at}\n`, "---\n"),
  "1,000 times one object": times(1000, () => configMap, "---\n"),
  "500 broken documents": times(500, () => "a: [\n", "---\n"),
  "2,000 items of a List": `{"apiVersion":"v1","kind":"List","items":[${times(2_000, (at) => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a${at}"}}`, ",")}]}`,
  "2,000 values of JSON": times(
    2_000,
    (at) => `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a${at}"}}`,
    "\n",
  ),
  "an annotation of 300 kB": json("v1", "ConfigMap", {
    metadata: { name: "a", annotations: { a: "x".repeat(300_000) } },
  }),
  "a name of 100 kB": json("v1", "ConfigMap", { metadata: { name: "a".repeat(100_000) } }),
  "a kind of 100 kB": json("v1", "A".repeat(100_000)),
  "a number of 100,000 digits": `${configMap}data:\n  a: ${"9".repeat(100_000)}\n`,
  "a number of 100,000 digits in JSON": `{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":${"9".repeat(100_000)}}}`,
};
