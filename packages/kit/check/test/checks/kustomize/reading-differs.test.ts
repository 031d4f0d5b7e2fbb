import { readAsKubectl } from "@kit/yaml";
import { describe, expect, test } from "vitest";
import { readingDifferences, readingDiffers } from "../../../src/checks/kustomize/reading-differs.ts";
import { pathText } from "../../../src/path-text.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const head = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n";

function said(input: string | Uint8Array): string[] {
  return readingDifferences(input, "a.yaml", readAsKubectl(input)).map(
    ({ document, path, message, fix }) => `${document} ${pathText(path)}: ${message}; ${fix}`,
  );
}

describe("reading-differs", () => {
  test("passes what both read alike", () => {
    for (const text of [
      head,
      `${head}data: {a: "yes", b: 'no', c: 0o17, d: "2001-01-01"}\n`,
      `${head}---\n${head}`,
      "",
    ]) {
      expect(said(text)).toEqual([]);
    }
  });

  test("says both readings", () => {
    const text = `${head}immutable: yes\ndata: {t: 2001-01-01, n: ! 12, <<: {m: one}, m: two}\nx: {m: three, <<: {m: four}}\n`;
    expect(said(`${head}---\n${text}`)).toMatchInlineSnapshot(`
      [
        "1 immutable: it is true to kubectl, and "yes" to kustomize; write it in quotes, or the value that is meant",
        "1 data.t: it is "2001-01-01" to kubectl, and "2001-01-01T00:00:00Z" to kustomize; write it in quotes, or the value that is meant",
        "1 data.false: it is a text to kubectl, and nothing to kustomize; write it in quotes, or the value that is meant",
        "1 data.n: it is nothing to kubectl, and a number to kustomize; write it in quotes, or the value that is meant",
        "1 x.m: kubectl and kustomize read two values; write it in quotes, or the value that is meant",
      ]
    `);
  });

  test("says what kustomize refuses, and passes over", () => {
    const latin1 = Uint8Array.from([...new TextEncoder().encode("# caf"), 0xe9, 10, ...new TextEncoder().encode(head)]);
    expect([
      ...said(latin1),
      ...said(`${head}data: {8080: a}\n`),
      ...said('{"apiVersion":"v1","kind":"ConfigMap"}\n{"apiVersion":"v1","kind":"Secret"}\n'),
    ]).toMatchInlineSnapshot(`
      [
        "0 : kubectl takes it, and kustomize refuses it at line 1, column 6: invalid trailing UTF-8 octet; save the file as UTF-8",
        "0 : kubectl takes it, and kustomize refuses it at line 4, column 8: json: unsupported type: map[interface {}]interface {}; write the keys in quotes",
        "1 : kubectl reads this document, and kustomize passes it over; part the documents with lines of \`---\`",
      ]
    `);
  });

  test("leaves to others what kubectl refuses, and a key that is there twice", () => {
    expect([...said("a: [\n"), ...said(`${head}data: {a: one, a: two}\n`)]).toEqual([]);
  });

  test("shows no value that may be a secret", () => {
    const text = "apiVersion: v1\nkind: Secret\nstringData: {a: hunter2, <<: {a: hunter3}}\n";
    expect(said(text).join()).not.toMatch(/hunter/);
    expect(said(text)).toHaveLength(1);
  });

  test("judges the overlay's own files of objects, and no others", () => {
    const overlay = overlayOf({
      texts: {
        "overlays/dev/kustomization.yaml": `${head}immutable: yes\n`,
        "overlays/dev/values.yaml": "enabled: yes\n",
        "overlays/dev/note.txt": `${head}immutable: yes\n`,
        "overlays/dev/own.yaml": `${head}immutable: yes\n---\n${head}immutable: on\n`,
      },
    });
    expect(judge(readingDiffers, workload(), { overlay })).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/own.yaml immutable: it is true to kubectl, and "on" to kustomize; write it in quotes, or the value that is meant",
        "warning overlays/dev/own.yaml immutable: it is true to kubectl, and "yes" to kustomize; write it in quotes, or the value that is meant",
      ]
    `);
  });
});
