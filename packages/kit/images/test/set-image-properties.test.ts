import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { setImage } from "../src/index.ts";

/** A text whose changeable part is known: what stands before it, and after it. */
interface Written {
  readonly before: string;
  readonly after: string;
}

interface Style {
  readonly lineEnd: string;
  readonly indent: string;
  readonly quote: string;
  readonly flow: boolean;
}

const tags = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/);
const digests = fc.stringMatching(/^[0-9a-f]{64}$/).map((hex) => `sha256:${hex}`);
const comments = fc.oneof(
  fc.constant(""),
  fc.stringMatching(/^[ -~äöü→]{0,20}$/).map((text) => `  # ${text}`),
  fc.constant(' # {"$imagepolicy": "flux-system:web:tag"}'),
);
const styles: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom("\n", "\r\n"),
  indent: fc.constantFrom("", "  ", "    "),
  quote: fc.constantFrom('"', "'"),
  flow: fc.boolean(),
});

/** Lines that may stand anywhere between a kustomization's fields. */
const noise = fc.array(
  fc.constantFrom("", "# a comment", "namespace: shop", "resources:   [ ../../base ]", "# images: not these"),
  { maxLength: 4 },
);

interface Entry {
  readonly newName: boolean;
  readonly tagFirst: boolean;
  readonly comments: readonly [string, string, string];
  readonly blank: boolean;
}

const entries: fc.Arbitrary<Entry> = fc.record({
  newName: fc.boolean(),
  tagFirst: fc.boolean(),
  comments: fc.tuple(comments, comments, comments),
  blank: fc.boolean(),
});

/** A kustomization with entries whose field at `target` has no value yet. */
function write(
  list: readonly Entry[],
  target: number,
  field: string,
  { lineEnd, indent, quote, flow }: Style,
  head: readonly string[],
  tail: readonly string[],
): Written {
  const hole = "\0";
  const lines = list.flatMap((entry, index) => {
    const version = index === target ? `${field}: ${hole}` : `newTag: ${quote}1.${index}${quote}`;
    const fields = [`name: web-${index}`, ...(entry.newName ? [`newName: acme/web-${index}`] : [])];
    const all = entry.tagFirst ? [version, ...fields] : [...fields, version];
    const body = flow
      ? [`${indent}- { ${all.join(" , ")}, }${entry.comments[0]}`]
      : all.map((text, at) => `${indent}${at === 0 ? "-   " : "    "}${text}${entry.comments[at]}`);
    return [...body, ...(entry.blank ? [""] : [])];
  });
  // A comment line is a key twice to nobody; two `namespace:` would be.
  const text = [...unique(head), "images:", ...lines, ...unique(tail).filter((line) => !head.includes(line))].join(
    lineEnd,
  );
  const [before = "", after = ""] = text.split(hole);
  return { before, after };
}

function unique(lines: readonly string[]): string[] {
  return lines.filter((line, index) => line === "" || line.startsWith("#") || lines.indexOf(line) === index);
}

const kustomizations = fc.tuple(
  fc.array(entries, { minLength: 1, maxLength: 4 }),
  fc.nat({ max: 3 }),
  styles,
  noise,
  noise,
);

test("a tag that changes is all that changes", () => {
  fc.assert(
    fc.property(kustomizations, tags, tags, ([list, at, style, head, tail], old, tag) => {
      const target = at % list.length;
      const { before, after } = write(list, target, "newTag", style, head, tail);
      const { quote } = style;
      const edited = setImage(`${before}${quote}${old}${quote}${after}`, "f", target, { tag });
      expect(edited).toBe(`${before}${quote}${tag}${quote}${after}`);
    }),
  );
});

test("a digest that changes is all that changes", () => {
  fc.assert(
    fc.property(kustomizations, digests, digests, ([list, at, style, head, tail], old, digest) => {
      const target = at % list.length;
      const { before, after } = write(list, target, "digest", style, head, tail);
      expect(setImage(`${before}${old}${after}`, "f", target, { digest })).toBe(`${before}${digest}${after}`);
    }),
  );
});

test("an entry without a version gets a line or a part of a line, and nothing else changes", () => {
  fc.assert(
    fc.property(kustomizations, tags, ([list, at, style, head, tail], tag) => {
      const target = at % list.length;
      // Another field in the place of the version: kustomize has none of that name, and no matter.
      const { before, after } = write(list, target, "note", style, head, tail);
      const text = `${before}x${after}`;
      const edited = setImage(text, "f", target, { tag });
      const start = commonStart(text, edited);
      const added = edited.length - text.length;
      expect(edited.slice(0, start) + edited.slice(start + added)).toBe(text);
      expect((parse(edited) as { images: unknown[] }).images[target]).toMatchObject({ newTag: tag });
    }),
  );
});

test("a tag that becomes a digest and again a tag is the text of before", () => {
  fc.assert(
    fc.property(kustomizations, tags, digests, ([list, at, style, head, tail], tag, digest) => {
      const target = at % list.length;
      const plain = list.map((entry) => ({ ...entry, comments: ["", "", " # ours"] as const }));
      const { before, after } = write(plain, target, "newTag", style, head, tail);
      const text = `${before}${style.quote}${tag}${style.quote}${after}`;
      const pinned = setImage(text, "f", target, { digest });
      expect(parse(pinned)).not.toEqual(parse(text));
      expect(setImage(pinned, "f", target, { tag })).toBe(text);
    }),
  );
});

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}
