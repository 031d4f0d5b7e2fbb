import fc from "fast-check";
import { load, YAML11_SCHEMA } from "js-yaml";
import { expect, test } from "vitest";
import { parseDocument } from "yaml";
import { findLost, toYaml } from "../src/index.ts";
import { jsonObject } from "./json-values.ts";

const survivors = jsonObject.filter((value) => findLost(value).length === 0);

test("is read as the same value in YAML 1.1, in YAML 1.2 and by another reader", () => {
  fc.assert(
    fc.property(survivors, (value) => {
      const text = toYaml(value);
      expect(parseDocument(text, { version: "1.1" }).toJS()).toEqual(value);
      expect(parseDocument(text, { version: "1.2" }).toJS()).toEqual(value);
      expect(load(text, { schema: YAML11_SCHEMA })).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

test("ends with one line break, has no other than LF, no anchors and no folding", () => {
  fc.assert(
    fc.property(survivors, (value) => {
      const text = toYaml(value);
      expect(text.endsWith("\n")).toBe(true);
      expect(text).not.toMatch(/\r/);
      expect(toYaml({ one: value, same: value })).not.toMatch(/^\s*(?:same|one): [&*]/m);
    }),
  );
});

test("a whole document", () => {
  const document = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "config", labels: {}, annotations: { "example.com/list": "a, b" } },
    data: {
      plain: "https://shop.example.com:8080/a?b",
      path: "/usr/bin",
      yes: "yes",
      octal: "0755",
      time: "12:30:45",
      exponent: "1e3",
      grouped: "1_000",
      empty: "",
      multi: "line one\nline two\n",
      kept: "line one\n\n",
      stripped: "line one\nline two",
      leading: " leading\nline",
      tab: "a\tb",
    },
    numbers: [1, -1.5, 1e21, 1e-7],
    nested: [[1, [2]], [], {}, { a: [{ b: null, c: true }] }],
  };
  expect(toYaml(document)).toMatchInlineSnapshot(`
    "apiVersion: v1
    kind: ConfigMap
    metadata:
      name: config
      labels: {}
      annotations:
        example.com/list: "a, b"
    data:
      plain: "https://shop.example.com:8080/a?b"
      path: /usr/bin
      "yes": "yes"
      octal: "0755"
      time: "12:30:45"
      exponent: "1e3"
      grouped: "1_000"
      empty: ""
      multi: |
        line one
        line two
      kept: |+
        line one

      stripped: |-
        line one
        line two
      leading: " leading\\nline"
      tab: "a\\tb"
    numbers:
    - 1
    - -1.5
    - 1.0e+21
    - 1.0e-7
    nested:
    - - 1
      - - 2
    - []
    - {}
    - a:
      - b: null
        c: true
    "
  `);
});
