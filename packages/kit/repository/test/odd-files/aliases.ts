import { configMap, times, type OddFiles } from "./odd-file.ts";

const lists = (count: number): string =>
  `a0: &a0 [x, x]\n${times(count, (at) => `a${at + 1}: &a${at + 1} [${times(9, () => `*a${at}`, ", ")}]`, "\n")}\n`;

/** Aliases that make much of little, or lead to themselves. */
export const aliases: OddFiles = {
  "a billion of lists": configMap + lists(9),
  "a billion of lists in data": `${configMap}data:\n${lists(9).replaceAll(/^/gm, "  ")}`,
  "a billion of maps": `${configMap}a0: &a0 {x: y}\n${times(9, (at) => `a${at + 1}: &a${at + 1} {${times(9, (key) => `k${key}: *a${at}`, ", ")}}`, "\n")}\n`,
  "a billion of merges": `${configMap}a0: &a0 {x: y}\n${times(40, (at) => `a${at + 1}: &a${at + 1} {<<: [${times(9, () => `*a${at}`, ", ")}]}`, "\n")}\n`,
  "a billion of items": `apiVersion: v1\nkind: List\nitems:\n${lists(9).replaceAll(/^a\d+: /gm, "- ")}`,
  "a billion, twice": `${configMap + lists(9)}---\n${configMap}${lists(9)}`,
  "some lists": configMap + lists(3),
  "a long text often": `${configMap}data:\n  a: &a ${"x".repeat(20_000)}\n${times(90, (at) => `  b${at}: *a`, "\n")}\n`,
  "a long text too often": `${configMap}data:\n  a: &a ${"x".repeat(100_000)}\n${times(5000, (at) => `  b${at}: *a`, "\n")}\n`,
  "itself in a list": `${configMap}data: &a [*a]\n`,
  "itself in a map": `${configMap}data: &a {b: *a}\n`,
  "itself merged": `${configMap}data: &a\n  <<: *a\n`,
  "itself at the root": "&a\napiVersion: v1\nkind: ConfigMap\nmetadata: *a\n",
  "itself as a key": `${configMap}data: &a\n  ? *a\n  : b\n`,
  "two that lead to each other": `${configMap}data: &a\n  b: &b\n    c: *a\n    d: *b\n`,
  "no anchor": `${configMap}data: *nowhere\n`,
  "an anchor of the document before": `${configMap}data: &a {b: c}\n---\n${configMap}data: *a\n`,
  "an anchor twice": `${configMap}data:\n  a: &x "1"\n  b: &x "2"\n  c: *x\n`,
  "ten thousand anchors": `${configMap}data:\n${times(10_000, (at) => `  a${at}: &a${at} x`, "\n")}\n`,
  "an alias as a key": `${configMap}data:\n  a: &a key\n  *a : value\n`,
  "a merge of a text": `${configMap}data:\n  <<: text\n`,
  "a merge of a list of texts": `${configMap}data:\n  <<: [a, b]\n`,
  "a merge of nothing": `${configMap}data:\n  <<:\n`,
  "a merge in quotes": `${configMap}data:\n  "<<": a\n`,
  "a merge twice": `${configMap}a: &a {b: "1"}\nc: &c {d: "2"}\ndata:\n  <<: *a\n  <<: *c\n`,
  "a merge over keys": `a: &a\n  apiVersion: v1\n  kind: ConfigMap\n<<: *a\nmetadata:\n  name: a\n`,
  "an anchor alone": "&a\n",
  "an alias alone": "*a\n",
  "anchors alone": `${"&a ".repeat(5000)}\n`,
};
