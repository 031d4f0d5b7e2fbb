import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gitIn } from "./git.ts";

/**
 * The text of every file that is in the repository, or would be with `git add`, and of every generated one, by path.
 * A link is not a text: where it leads is in the repository too, or is none of its files.
 *
 * @throws UserError where this is not a git repository.
 */
export function repositoryTexts(root: string): [string, string][] {
  const paths = new Set([...gitPaths(root), ...generatedPaths(root)]);
  return [...paths].toSorted().flatMap((path): [string, string][] => {
    const file = join(root, path);
    // What is deleted and not committed yet is still in git's list.
    const isFile = lstatSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!isFile) return [];
    const bytes = readFileSync(file);
    return isCompressed(bytes) ? [] : [[path, decode(bytes)]];
  });
}

/** gzip, zip, xz, zstd: nothing in them can be read, and some of their bytes look like a name and a value. */
function isCompressed(bytes: Buffer): boolean {
  const begin = bytes.toString("hex", 0, 4);
  return begin.startsWith("1f8b") || ["504b0304", "fd377a58", "28b52ffd"].includes(begin);
}

function gitPaths(root: string): string[] {
  const git = gitIn(root, { without: ", so nobody knows which files are in it" });
  return git.list("ls-files", "-z", "--cached", "--others", "--exclude-standard");
}

function generatedPaths(root: string): string[] {
  const generated = join(root, "generated");
  if (lstatSync(generated, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  const items = readdirSync(generated, { withFileTypes: true, recursive: true });
  return items.map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll("\\", "/"));
}

/** What is not UTF-8 is read byte by byte: a secret in a binary file is ASCII all the same. */
function decode(bytes: Buffer): string {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return bytes.toString("utf16le");
  if (mark === 0xfeff) return new TextDecoder("utf-16be").decode(bytes);
  return bytes.includes(0) ? bytes.toString("latin1") : bytes.toString("utf8");
}
