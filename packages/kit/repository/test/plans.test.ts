import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { showPlan, writePlan } from "@kit/repository";
import type { FilePlan } from "@kit/scaffold";
import { temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";

const files = { "a/one.txt": "1\n", "a/two.txt": "2\n", "gone/deep/three.txt": "3\n" };
const plan: FilePlan = [
  { path: "a/one.txt", before: "1\n", after: "1\none\n" },
  { path: "b/c/new.txt", before: undefined, after: "new\n" },
  { path: "gone/deep/three.txt", before: "3\n", after: undefined },
];

test("a plan is shown as a tree, and the diffs of what changes", () => {
  expect(showPlan(plan)).toMatchInlineSnapshot(`
    "  a/
    ~   one.txt
      b/
        c/
    +     new.txt
      gone/
        deep/
    -     three.txt

    --- a/a/one.txt
    +++ b/a/one.txt
    @@ -1,1 +1,2 @@
     1
    +one
    "
  `);
});

test("a plan is written whole, and folders that are empty go", () => {
  using directory = temporaryDirectory(files);
  chmodSync(join(directory.path, "a/one.txt"), 0o755);
  writePlan(directory.path, plan);
  expect(textsIn(directory.path)).toEqual({ "a/one.txt": "1\none\n", "a/two.txt": "2\n", "b/c/new.txt": "new\n" });
  expect(existsSync(join(directory.path, "gone"))).toBe(false);
});

test("what is not as the plan was made for is said, all of it, and nothing is written", () => {
  using directory = temporaryDirectory({
    ...files,
    "A/x": "",
    "b/c/new.txt": "mine\n",
    file: "",
    "a/one.txt": "other\n",
  });
  symlinkSync("a", join(directory.path, "link"));
  const before = textsIn(directory.path);
  const more: FilePlan = [
    ...plan,
    { path: "link/x", before: undefined, after: "" },
    { path: "file/x", before: undefined, after: "" },
    { path: "a/Two.txt", before: undefined, after: "" },
    { path: "a/four.txt", before: "4\n", after: undefined },
  ];
  expect(() => writePlan(directory.path, more)).toThrow(
    [
      "error[file-in-the-way]: a/one.txt has changed since it was read\n  where:  a/one.txt\n  to fix: start again: nothing was written",
      "error[file-in-the-way]: b/c/new.txt is there already, and nothing is overwritten\n  where:  b/c/new.txt\n  to fix: move it away, or choose another name; nothing was written",
      "error[file-in-the-way]: link is not a folder\n  where:  link\n  to fix: move it away, or choose another name; nothing was written",
      "error[file-in-the-way]: file is not a folder\n  where:  file\n  to fix: move it away, or choose another name; nothing was written",
      "error[file-in-the-way]: a/Two.txt differs from a/two.txt only by case\n  where:  a/two.txt\n  to fix: move it away, or choose another name; nothing was written",
      "error[file-in-the-way]: a/four.txt is gone since it was read\n  where:  a/four.txt\n  to fix: start again: nothing was written",
    ].join("\n\n"),
  );
  expect(textsIn(directory.path)).toEqual(before);
});

test("what cannot be written half-way is taken back", () => {
  using directory = temporaryDirectory(files);
  const before = textsIn(directory.path);
  // The last path is longer than a file system takes, which nobody knows before.
  const tooLong: FilePlan = [...plan, { path: `new/${"x".repeat(300)}`, before: undefined, after: "" }];
  expect(() => writePlan(directory.path, tooLong)).toThrow(/ENAMETOOLONG/);
  expect(textsIn(directory.path)).toEqual(before);
  expect(existsSync(join(directory.path, "new"))).toBe(false);
});

function textsIn(root: string): Record<string, string> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  const texts = all.map((item) => [
    join(item.parentPath, item.name).slice(root.length + 1),
    join(item.parentPath, item.name),
  ]);
  return Object.fromEntries(texts.map(([path, file]) => [path!, readFileSync(file!, "utf8")]));
}
