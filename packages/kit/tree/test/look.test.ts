import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { isLongRun, temporaryDirectory } from "@kit/testing";
import { isWrittenSince, look, lookAlone, sawSame, type Seen } from "@kit/tree";
import fc from "fast-check";
import { expect, test } from "vitest";

const all = { wants: () => true };

const paths = ["a", "b", "c/a", "c/b", "c/d/a", "c/d"];
const edit = fc.record({
  path: fc.constantFrom(...paths),
  other: fc.constantFrom(...paths),
  // Of one length, so that the size tells nothing.
  text: fc.constantFrom("one\n", "two\n", ""),
  how: fc.constantFrom(
    ...([
      "write",
      "write and put the time back",
      "append",
      "touch",
      "chmod",
      "remove",
      "link",
      "rename",
      "folder",
      "nothing",
    ] as const),
  ),
});

// The oracle reads everything each time.
test("what was not read again is what is there, whatever was edited in between", () => {
  fc.assert(
    fc.property(fc.array(fc.array(edit, { maxLength: 3 }), { minLength: 2, maxLength: 6 }), (rounds) => {
      using directory = temporaryDirectory({ a: "one\n", "c/d/a": "two\n" });
      let last: { readonly seen: Seen | undefined; readonly at: number } | undefined;
      let text = "";
      for (const edits of rounds) {
        for (const one of edits) carryOut(directory.path, one);
        const at = Date.now();
        const seen = look(directory.path, { ...all, before: last });
        expect(sawSame(seen, look(directory.path, all), "exactly")).toBe(true);
        const now = plainly(directory.path);
        expect(last === undefined || sawSame(last.seen, seen) === (now === text)).toBe(true);
        [last, text] = [{ seen, at }, now];
      }
    }),
    { numRuns: isLongRun ? 10_000 : 60 },
  );
});

test("a file whose times are old is believed, and read no more", () => {
  using directory = temporaryDirectory({ a: "one\n" });
  const seen = look(directory.path, all)!;
  const file = seen[1] as Readonly<Record<string, Seen>>;
  const lie: Seen = [seen[0], { a: [file["a"]![0], "a lie"] }];
  expect(look(directory.path, { ...all, before: { seen: lie, at: Date.now() + 60_000 } })).toEqual(lie);
  expect(look(directory.path, { ...all, before: { seen: lie, at: Date.now() } })).toEqual(seen);
});

test("only what is wanted is seen", () => {
  using directory = temporaryDirectory({ a: "", "b/a": "", "b/c": "", "d/a": "" });
  const seen = look(directory.path, { wants: (path, isFolder) => (isFolder ? path !== "d" : path.endsWith("a")) });
  expect(shapeOf(seen)).toEqual({ a: "file", b: { a: "file" } });
});

test("alone, a folder is the names in it", () => {
  using directory = temporaryDirectory({ "a/b": "one" });
  const before = lookAlone(directory.path);
  directory.write({ "a/b": "two", "a/c": "" });
  expect(sawSame(lookAlone(directory.path), before)).toBe(true);
  directory.write({ b: "" });
  expect(sawSame(lookAlone(directory.path), before)).toBe(false);
  expect(lookAlone(join(directory.path, "none"))).toBeUndefined();
});

test("says what was written since a time", () => {
  using directory = temporaryDirectory({ a: "" });
  const seen = lookAlone(join(directory.path, "a"))!;
  expect([isWrittenSince(seen, Date.now() - 60_000), isWrittenSince(seen, Date.now() + 60_000)]).toEqual([true, false]);
});

type Shape = string | { readonly [name: string]: Shape };

function shapeOf(seen: Seen | undefined): Shape {
  if (seen === undefined || typeof seen[1] === "string") return "file";
  return Object.fromEntries(Object.entries(seen[1]).map(([name, item]) => [name, shapeOf(item)]));
}

function carryOut(root: string, { path, other, text, how }: Parameters<typeof carryOutAt>[1]): void {
  try {
    carryOutAt(join(root, path), { path: join(root, other), other, text, how });
  } catch {
    // Something stands in its way, so nothing is edited.
  }
}

interface Edit {
  readonly path: string;
  readonly other: string;
  readonly text: string;
  readonly how: string;
}

function carryOutAt(file: string, { path: other, text, how }: Edit): void {
  const { atime, mtime } = lstatSync(file, { throwIfNoEntry: false }) ?? { atime: 0, mtime: 0 };
  if (how === "folder") mkdirSync(file, { recursive: true });
  else if (how === "remove") rmSync(file, { recursive: true });
  else if (how === "rename") renameSync(file, other);
  else if (how === "link") symlinkSync(text, file);
  else if (how === "touch") utimesSync(file, 1, 1);
  else if (how === "chmod") chmodSync(file, 0o755);
  else if (how === "append") appendFileSync(file, text);
  else if (how.startsWith("write")) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (how !== "write") utimesSync(file, atime, mtime);
  }
}

/** A tree as text, read whole. */
function plainly(root: string, path = ""): string {
  const items = readdirSync(join(root, path), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return JSON.stringify(
    items.map((item) => {
      const own = join(path, item.name);
      if (item.isDirectory()) return [item.name, plainly(root, own)];
      if (item.isSymbolicLink()) return [item.name, "link", readlinkSync(join(root, own))];
      return [item.name, "file", readFileSync(join(root, own), "utf8")];
    }),
  );
}
