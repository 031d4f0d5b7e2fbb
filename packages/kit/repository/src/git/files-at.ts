import { argumentError } from "@kit/errors";
import { gitIn, type Git } from "./git.ts";

/**
 * The text of every file below a folder at a ref, by path, in the order of the paths. Reads the object database, not
 * the working tree.
 *
 * @param folder From `root`, as the paths are.
 * @throws UserError where this is not a git repository, or the ref is unknown in it.
 */
export function filesAt(root: string, ref: string, folder: string): Map<string, string> {
  const git = gitIn(root);
  const entries = git.list("ls-tree", "-r", "-z", commitOf(git, ref), "--", folder).flatMap((line) => {
    const [, type, hash, path] = /^\d+ (\w+) (\w+)\t(.*)$/s.exec(line) ?? [];
    return type === "blob" ? [{ hash: hash!, path: path! }] : [];
  });
  const contents = readBlobs(
    git,
    entries.map(({ hash }) => hash),
  );
  return new Map(entries.map(({ path }, index) => [path, contents[index]!]));
}

function commitOf(git: Git, ref: string): string {
  const commit = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
  if (commit !== undefined) return commit;
  throw argumentError(
    `git does not know the ref ${JSON.stringify(ref)}`,
    "name a branch, a tag or a commit; in a shallow clone fetch it first: git fetch origin <branch>",
    "ref-unknown",
  );
}

function readBlobs(git: Git, hashes: readonly string[]): string[] {
  const output = git.read(["cat-file", "--batch"], `${hashes.join("\n")}\n`);
  const contents: string[] = [];
  for (let at = 0; contents.length < hashes.length;) {
    const headerEnd = output.indexOf("\n", at);
    const size = Number(output.toString("utf8", at, headerEnd).split(" ")[2]);
    contents.push(output.toString("utf8", headerEnd + 1, headerEnd + 1 + size));
    at = headerEnd + 1 + size + 1;
  }
  return contents;
}
