import fc from "fast-check";
import { expect, test } from "vitest";
import { readAsKubectl } from "../src/kubectl.ts";
import { parse } from "../src/parse/parser.ts";
import { readBlockStyle } from "../src/quick/block-style.ts";
import { kubectlValues } from "../src/values/kubectl-values.ts";
import { kustomizeValues } from "../src/values/kustomize-values.ts";
import { anyFile, printedFile } from "./generate.ts";

const printed = `apiVersion: v1
data:
  a.b: |
    one

      two
  c: |-
    three
  d: "12"
  e: it''s
  f: 'it''s'
  g: ""
  h: a:b#c
kind: ConfigMap
metadata:
  labels: {}
  name: one
spec:
  containers:
  - args:
    - --flag=1
    - -v
    image: a/b:1.0
    ports:
    - containerPort: 8080
      name: http
    resources:
      limits:
        cpu: 500m
  list:
  - - a
    - b
  nothing: null
  replicas: 2
  weight: 0.5
`;

test("what kustomize prints is read at once", () => {
  expect(readBlockStyle(printed, 3)?.data).toEqual(kustomizeValues(parse(printed, 3)!.root));
  expect(readBlockStyle(printed, 2)?.data).toEqual(kubectlValues(parse(printed, 2)!.root).data);
  expect(readBlockStyle(printed, 3)).not.toBeUndefined();
});

test("a separator in front of it does not matter to kubectl", () => {
  expect(readAsKubectl(`---\n${printed}---\n${printed}`).map(({ data, line }) => ({ data, line }))).toEqual([
    { data: readBlockStyle(printed, 2)?.data, line: 1 },
    { data: readBlockStyle(printed, 2)?.data, line: printed.split("\n").length + 2 },
  ]);
});

test.each([
  "a: &x b\n",
  "a: *x\n",
  "a: !t b\n",
  "a: {b: c}\n",
  "a: b # c\n",
  "a: b\n  c\n",
  "a:\tb\n",
  "a: b\n\nc: d\n",
  "yes: a\n",
  "12: a\n",
  "a: b\na: c\n",
  "<<: a\n",
  "a: 2001-01-01\n",
  "a: .inf\n",
  "a: 9007199254740993\n",
  "a: |2\n    b\n",
  "a: >\n  b\n",
  'a: "b\n  c"\n',
  "a: b",
  "a: b: c\n",
  "a: b:\n",
  "---\na: b\n",
  "- a\n",
  "a: \u2028\n",
  "a: 😀\n",
])("%j is left to the reader proper", (text) => {
  expect(readBlockStyle(text, 2)).toBeUndefined();
});

test("what is read at once is what the reader proper makes of it", () => {
  const files = fc.oneof(printedFile(), anyFile()).map((file) => new TextDecoder().decode(file));
  let count = 0;
  fc.assert(
    fc.property(files, (text) => {
      for (const version of [2, 3] as const) {
        const read = readBlockStyle(text, version);
        if (read === undefined) continue;
        count++;
        const { root } = parse(text, version)!;
        expect(read.data).toEqual(version === 2 ? kubectlValues(root).data : kustomizeValues(root));
        const other = readBlockStyle(text, version === 2 ? 3 : 2);
        expect(read.isSameInBoth ? other : read).toEqual(read);
      }
    }),
    { numRuns: process.env["LONG"] === undefined ? 1000 : 20_000 },
  );
  expect(count).toBeGreaterThan(200);
});
