import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { plainGit, exampleRepository, runScript, temporaryDirectory, type SecretSample } from "@kit/testing";

/** A command and its arguments, such as `check --json`. */
type Command = string;

/** What a command left, under the way it was called. */
export interface Ran {
  readonly command: Command;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the example with secrets in it, and a temp directory of its own. */
export interface Planted extends Disposable {
  readonly path: string;
  /** The directory for temporary files. */
  readonly temporary: string;
  /** Replaces a part of a file, which must be in it. The file may have secrets from now on. */
  edit(file: string, from: string, to: string): void;
  /** Writes a file that has secrets. */
  write(file: string, text: string): void;
  run(commands: readonly Command[]): Promise<Ran[]>;
  /** Every place where a part of a secret is, beside the edited files: in what was printed, or left in a file. */
  traces(ran: readonly Ran[], secrets: readonly SecretSample[]): string[];
}

export function planted(): Planted {
  const copy = exampleRepository();
  const temporary = temporaryDirectory();
  // Nobody answers there: what is said before anything is applied names it.
  const home = temporaryDirectory({ kubeconfig });
  copy.write({ ".gitignore": "node_modules/\n.env*\n" });
  const git = (...args: readonly string[]): unknown =>
    execFileSync("git", args, { cwd: copy.path, env: { ...process.env, ...plainGit } });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message", "Copy");
  const edited = new Set<string>();
  const env = { TMPDIR: temporary.path, KUBECONFIG: join(home.path, "kubeconfig") };
  return {
    path: copy.path,
    temporary: temporary.path,
    edit(file, from, to) {
      const text = readFileSync(join(copy.path, file), "utf8");
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
      copy.write({ [file]: text.replace(from, () => to) });
      edited.add(file);
    },
    write(file, text) {
      copy.write({ [file]: text });
      edited.add(file);
    },
    run: (commands) => inPairs(commands, (command) => runOne(command, copy.path, env)),
    traces(ran, secrets) {
      const printed = ran.map(({ command, stdout, stderr }): [string, string] => [command, stdout + stderr]);
      const files = [...filesIn(copy.path), ...filesIn(temporary.path)].filter(([file]) => !edited.has(file));
      return [...printed, ...files].flatMap(([where, text]) => found(text, secrets).map((kind) => `${where}: ${kind}`));
    },
    [Symbol.dispose]() {
      copy[Symbol.dispose]();
      temporary[Symbol.dispose]();
      home[Symbol.dispose]();
    },
  };
}

const kubeconfig = JSON.stringify({
  apiVersion: "v1",
  kind: "Config",
  "current-context": "nowhere",
  clusters: [{ name: "nowhere", cluster: { server: "https://127.0.0.1:1" } }],
  users: [{ name: "nobody" }],
  contexts: [{ name: "nowhere", context: { cluster: "nowhere", user: "nobody" } }],
});

async function runOne(command: Command, cwd: string, env: Record<string, string>): Promise<Ran> {
  const [name, ...args] = command.split(" ");
  return {
    command,
    ...(await runScript(name!, { cwd, args, env })),
  };
}

/** Two at once: a command waits for files and for kustomize much of its time. */
async function inPairs<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += 2) results.push(...(await Promise.all(items.slice(at, at + 2).map(work))));
  return results;
}

/** The text of every file below a directory, by its path from there. Links are not followed: they lead out of it. */
function filesIn(root: string, directory = root): [string, string][] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((item): [string, string][] => {
    const path = join(directory, item.name);
    if (item.isDirectory()) return filesIn(root, path);
    return item.isFile() ? [[relative(root, path), readFileSync(path, "latin1")]] : [];
  });
}

/** The kinds of the secrets of which a text has eight characters or more in a row; also as base64. */
function found(text: string, secrets: readonly SecretSample[]): string[] {
  return secrets
    .filter(({ value, secret }) =>
      [...secret, base64(value)].some((part) => piecesOf(part).some((p) => text.includes(p))),
    )
    .map(({ kind }) => kind);
}

function base64(value: string): string {
  // The first of it is that of a public prefix.
  return Buffer.from(value).toString("base64").slice(-16);
}

/** Of 11 characters in a row, one piece is whole. */
function piecesOf(text: string): string[] {
  return Array.from({ length: Math.floor((text.length - 4) / 4) }, (_, at) => text.slice(4 * at, 4 * at + 8));
}
