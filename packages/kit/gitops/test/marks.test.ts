import { requestOf, triedRequests } from "@kit/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asGlob, filled, forArgocd, forFlux, inWords, isMarked, markedText } from "../src/preview/marks.ts";
import { patchText } from "../src/preview/patch-text.ts";

const request = requestOf("42", "feedbeef0123456789abcdef0123456789abcdef");

/** A text of pieces, each literal or of the request. */
const pieces = fc.array(
  fc.oneof(
    fc.constantFrom("n", "c", "7", "8").map((of) => ({ of, text: "" })),
    fc
      .oneof(fc.string(), fc.constantFrom("pr-", "0", "1", "a", "{", "{{", "<", "<<", "}}"))
      .map((text) => ({ of: "", text })),
  ),
);

type Pieces = typeof pieces extends fc.Arbitrary<infer Value> ? Value : never;

function textOf(all: Pieces, { number, commit, shortCommit }: typeof request): string {
  const values: Record<string, string> = { n: number, c: commit, 7: shortCommit(7), 8: shortCommit(8) };
  return all.map(({ of, text }) => values[of] ?? text).join("");
}

test("what two requests gave tells what any other gives", () => {
  fc.assert(
    fc.property(pieces, (all) => {
      const marked = markedText(textOf(all, triedRequests[0]), textOf(all, triedRequests[1]));
      expect(marked).toBeDefined();
      expect(filled(marked!, request)).toBe(textOf(all, request));
      expect(isMarked(marked!)).toBe(all.some(({ of }) => of !== ""));
    }),
  );
});

test.each([
  ["even", "odd"],
  ["1357913", "2468024 "],
  ["x1357914", "x2468025"],
  ["", "2468024"],
])("%j and %j do not tell", (one, other) => {
  expect(markedText(one, other)).toBeUndefined();
});

describe("a text with marks", () => {
  const marked = markedText(
    "{{a}}<<b${1357913}<1357913-13579bd-13579bdf",
    "{{a}}<<b${2468024}<2468024-02468ac-02468ace",
  )!;

  test("is a template of Argo CD", () => {
    expect(forArgocd(marked)).toBe(
      "{{ `{` }}{a}}<<b${{ `{` }}{{ .number }}}<{{ .number }}-{{ .head_short_sha_7 }}-{{ .head_short_sha }}",
    );
  });

  test("is a template of Flux Operator", () => {
    expect(forFlux(marked)).toBe(
      "{{a}}<< `<` >><b${<< inputs.id >>}<< `<` >><< inputs.id >>-<< slice inputs.sha 0 7 >>-<< slice inputs.sha 0 8 >>",
    );
  });

  test("is a pattern and can be read", () => {
    const namespace = markedText("shop-pr-1357913", "shop-pr-2468024")!;
    expect([asGlob(namespace), inWords(namespace)]).toEqual(["shop-pr-*", "shop-pr-<number>"]);
  });
});

test("a patch is JSON, one operation a line, whatever is in it", () => {
  const value = `"${markedText("1357913", "2468024")}"\n\\`;
  const text = patchText({
    target: {},
    operations: [
      { op: "test", path: "/data/a", at: [], entry: undefined, value: "old" },
      { op: "replace", path: "/data/a", at: [], entry: undefined, value },
      { op: "remove", path: "/data/b", at: [], entry: undefined },
    ],
  });
  expect(JSON.parse(filled(text, request))).toEqual([
    { op: "test", path: "/data/a", value: "old" },
    { op: "replace", path: "/data/a", value: '"42"\n\\' },
    { op: "remove", path: "/data/b" },
  ]);
  expect(text.split("\n")).toHaveLength(6);
  const escaped = patchText({
    target: {},
    operations: [{ op: "test", path: "/data/a", at: [], entry: undefined, value: "<&>\u2028" }],
  });
  expect(escaped).toBe('[\n{"op":"test","path":"/data/a","value":"\\u003c\\u0026\\u003e\\u2028"}\n]\n');
});
