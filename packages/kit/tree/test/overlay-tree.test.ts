import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { followOverlay, overlayTree, readBytes, readText } from "@kit/tree";
import { temporaryDirectory, type TestDirectory } from "@kit/testing";
import { expect, test } from "vitest";

function repository(links: Readonly<Record<string, string>>): TestDirectory {
  const directory = temporaryDirectory({
    "overlays/dev/kustomization.yaml": "kind: Kustomization\n",
    "overlays/shared/patch.yaml": "a: 1\n",
    "generated/bases/shop/cart.yaml": "b: 1\n",
    "elsewhere/secret.yaml": "c: 1\n",
  });
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(directory.path, path));
  return directory;
}

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  return "it was taken";
}

test("links that stay in overlays/ or generated/ are good", () => {
  using directory = repository({
    "overlays/dev/patch.yaml": "../shared/patch.yaml",
    "overlays/dev/up": "..",
    "overlays/dev/base": "../../generated/bases/shop",
  });
  symlinkSync(join(directory.path, "overlays/shared"), join(directory.path, "overlays/dev/absolute"));
  // What an editor puts beside a file that somebody is editing.
  symlinkSync("reader@machine.123:456", join(directory.path, "overlays/dev/.#kustomization.yaml"));
  expect(overlayTree(directory.path)).toEqual({
    directories: ["overlays", "overlays/dev", "overlays/shared"],
    files: ["overlays/dev/kustomization.yaml", "overlays/shared/patch.yaml"],
    links: new Map([
      ["overlays/dev/absolute", "overlays/shared"],
      ["overlays/dev/base", "generated/bases/shop"],
      ["overlays/dev/patch.yaml", "overlays/shared/patch.yaml"],
      ["overlays/dev/up", "overlays"],
    ]),
  });
  expect(followOverlay(directory.path, "overlays/dev/up/dev/patch.yaml")).toBe("overlays/shared/patch.yaml");
});

test("what leads elsewhere, or is not a file, is refused, all at once", async () => {
  using directory = repository({
    "overlays/dev/a.yaml": "../../elsewhere/secret.yaml",
    "overlays/dev/b.yaml": "nowhere",
    "overlays/dev/c.yaml": "c.yaml",
    "overlays/dev/d.yaml": "/dev/zero",
  });
  execFileSync("mkfifo", [join(directory.path, "overlays/dev/e.yaml")]);
  const server = createServer().listen(join(directory.path, "overlays/dev/f"));
  await new Promise((resolve) => server.once("listening", resolve));
  directory.write({ "overlays/dev/g.bin": "" });
  truncateSync(join(directory.path, "overlays/dev/g.bin"), 200 * 2 ** 20);
  expect(messageOf(() => overlayTree(directory.path))).toMatchInlineSnapshot(`
    "error[file-link]: overlays/dev/a.yaml is a link that leads out of overlays/
      where:  overlays/dev/a.yaml
      to fix: put the file itself there, or let the link lead to a file below overlays/

    error[file-link]: overlays/dev/b.yaml is a link that leads nowhere, or in a circle
      where:  overlays/dev/b.yaml
      to fix: put the file itself there, or let the link lead to a file below overlays/

    error[file-link]: overlays/dev/c.yaml is a link that leads nowhere, or in a circle
      where:  overlays/dev/c.yaml
      to fix: put the file itself there, or let the link lead to a file below overlays/

    error[file-link]: overlays/dev/d.yaml is a link that leads out of overlays/
      where:  overlays/dev/d.yaml
      to fix: put the file itself there, or let the link lead to a file below overlays/

    error[file-kind]: overlays/dev/e.yaml is a named pipe, and no file
      where:  overlays/dev/e.yaml
      to fix: move it away

    error[file-kind]: overlays/dev/f is a socket, and no file
      where:  overlays/dev/f
      to fix: move it away

    error[file-too-large]: overlays/dev/g.bin has 200 MB, and a file there may have 32 MB
      where:  overlays/dev/g.bin
      to fix: take it out: what is deployed is no place for it"
  `);
  server.close();
});

test("overlays that are not a directory are refused", () => {
  using file = temporaryDirectory({ overlays: "" });
  using link = temporaryDirectory({ "elsewhere/a": "" });
  symlinkSync("elsewhere", join(link.path, "overlays"));
  using nothing = temporaryDirectory();
  expect([file, link, nothing].map(({ path }) => messageOf(() => overlayTree(path)))).toMatchInlineSnapshot(`
    [
      "error[file-kind]: overlays is a file
      where:  overlays
      to fix: put a directory there, with a folder for each environment",
      "error[file-kind]: overlays is a link
      where:  overlays
      to fix: put a directory there, with a folder for each environment",
      "it was taken",
    ]
  `);
});

test("a file is read where it is a file, of a size that fits, in UTF-8", () => {
  using directory = temporaryDirectory({ "a.yaml": "ä: 1\n", "large.yaml": "" });
  const file = (name: string): string => join(directory.path, name);
  directory.write({ "b.yaml": "" });
  execFileSync("sh", ["-c", `printf 'a: 1\\nb: \\377\\n' >b.yaml; mkfifo pipe`], { cwd: directory.path });
  mkdirSync(file("folder"));
  truncateSync(file("large.yaml"), 40 * 2 ** 20);
  expect(readText(file("a.yaml"), "a.yaml")).toBe("ä: 1\n");
  expect(readBytes(file("b.yaml"), "b.yaml")).toEqual(Buffer.from("a: 1\nb: \u00ff\n", "latin1"));
  const names = ["b.yaml", "folder", "pipe", "large.yaml"];
  expect(names.map((name) => messageOf(() => readText(file(name), name)))).toMatchInlineSnapshot(`
    [
      "error[file-encoding]: the file is not UTF-8
      where:  b.yaml, line 2
      to fix: save it as UTF-8; what reads YAML refuses anything else, or reads other characters than are meant",
      "error[file-kind]: folder is a directory, and a file is wanted
      where:  folder
      to fix: put a regular file there",
      "error[file-kind]: pipe is a named pipe, and a file is wanted
      where:  pipe
      to fix: put a regular file there",
      "error[file-too-large]: large.yaml has 40 MB, and a file there may have 32 MB
      where:  large.yaml
      to fix: take it out: what is deployed is no place for it",
    ]
  `);
  expect(messageOf(() => readText("/dev/zero", "/dev/zero"))).toContain("is a device, and a file is wanted");
});
