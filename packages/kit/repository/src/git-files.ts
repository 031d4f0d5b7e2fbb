import { execFileSync } from "node:child_process";
import { UserError } from "@kit/errors";

/**
 * The text of every file below a folder at a ref, by path, in the order of the paths. Reads the object database, not
 * the working tree.
 *
 * @throws UserError where this is not a git repository, or the ref is unknown in it.
 */
export function gitFiles(root: string, ref: string, folder: string): Map<string, string> {
  const commit = resolve(root, ref);
  const listed = git(root, ["ls-tree", "-r", "-z", "--full-tree", commit, "--", folder]).toString();
  const entries = listed.split("\0").flatMap((line) => {
    const [, type, hash, path] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    return type === "blob" ? [{ hash: hash!, path: path! }] : [];
  });
  const contents = readBlobs(
    root,
    entries.map(({ hash }) => hash),
  );
  return new Map(entries.map(({ path }, index) => [path, contents[index]!]));
}

function resolve(root: string, ref: string): string {
  try {
    return git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])
      .toString()
      .trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw error;
    const { status } = error as { status?: number };
    const noRepository = status === 128;
    throw new UserError(
      {
        code: "ref-unknown",
        what: noRepository ? "this is not a git repository" : `git does not know the ref ${JSON.stringify(ref)}`,
        where: noRepository ? root : "the command's arguments",
        next: noRepository
          ? "run the command in a clone"
          : "name a branch, a tag or a commit; in a shallow clone fetch it first: git fetch origin <branch>",
      },
      { cause: error },
    );
  }
}

function readBlobs(root: string, hashes: readonly string[]): string[] {
  const output = git(root, ["cat-file", "--batch"], `${hashes.join("\n")}\n`);
  const contents: string[] = [];
  for (let at = 0; contents.length < hashes.length;) {
    const headerEnd = output.indexOf("\n", at);
    const size = Number(output.toString("utf8", at, headerEnd).split(" ")[2]);
    contents.push(output.toString("utf8", headerEnd + 1, headerEnd + 1 + size));
    at = headerEnd + 1 + size + 1;
  }
  return contents;
}

function git(root: string, args: readonly string[], input?: string): Buffer {
  return execFileSync("git", args, {
    cwd: root,
    stdio: ["pipe", "pipe", "ignore"],
    maxBuffer: Number.MAX_SAFE_INTEGER,
    ...(input === undefined ? {} : { input }),
  });
}
