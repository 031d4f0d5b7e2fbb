// Several builds, with checks in between: too much for every `pnpm test`.
import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { promisify } from "node:util";
import { findKustomize, splitDocuments } from "@kit/render";
import { plainGit, repositoryRoot, temporaryDirectory } from "@kit/testing";
import { expect, test } from "vitest";
import { codeBlocks, type CodeBlock } from "../../../scripts/markdown.ts";
import { linkNewPackages, workingCopy } from "./working-copy.ts";

const readme = readFileSync(join(repositoryRoot, "README.md"), "utf8");
const { scripts } = JSON.parse(readFileSync(join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** What a block shows, beside what a reader sees who does as it says; nothing where it shows nothing. */
interface Comparison {
  readonly shown: unknown;
  readonly seen: unknown;
}

test("a reader who does what README.md says, block after block, sees what it shows", async () => {
  using copy = workingCopy();
  const created: string[] = [];
  let last: Ran = { command: "", printed: "" };
  for (const block of codeBlocks(readme)) {
    const isOutput = block.language === "text" || (block.language === "diff" && last.command.includes("git diff"));
    let comparison: Comparison = { shown: "", seen: "" };
    if (isOutput) comparison = { shown: block.text, seen: last.printed };
    else if (block.tag === "cluster") comparison = await render(copy.path, block);
    else if (block.language === "sh") [last, comparison] = await run(copy.path, block);
    else if (block.language === "diff") await edit(copy.path, block);
    else created.push(create(copy.path, block));
    // What a command printed is shown once: a diff after that is an edit again.
    if (isOutput) last = { command: "", printed: "" };
    expect(comparison.seen, `README.md:${block.line}`).toEqual(comparison.shown);
  }
  // What `pnpm test` would say of the new files; that they compile, the build has said.
  await shell(copy.path, `oxlint --deny-warnings ${created.join(" ")} && oxfmt --check ${created.join(" ")}`);
}, 300_000);

interface Ran {
  readonly command: string;
  readonly printed: string;
}

/** Commands, one a line; the last prints. A build of what is committed leaves nothing for git to see. */
async function run(root: string, { text }: CodeBlock): Promise<[Ran, Comparison]> {
  let printed = "";
  for (const command of text.trimEnd().split("\n")) {
    linkNewPackages(root);
    printed = await shell(root, withLocalTools(command));
  }
  const seen = text.includes("pnpm test\n") ? await shell(root, "git status --short") : "";
  return [
    { command: text, printed },
    { shown: "", seen },
  ];
}

/**
 * The same command without the network: pnpm itself would be fetched, and would ask the registry about a new package.
 * `pnpm test` is not run again, because this is a part of it. `.ci/run` runs both commands as they are, in a clone.
 */
function withLocalTools(command: string): string {
  return command.replaceAll(/npx --yes pnpm@[\d.]+ (\S+)/g, (_, name: string) =>
    name === "test" ? ":" : scripts[name]!,
  );
}

/** Commands that need a cluster, up to kubectl: what it would get is what is in `generated/rendered`, in any order. */
async function render(root: string, { text, line }: CodeBlock): Promise<Comparison> {
  const [, command, id] = /^(kustomize build overlays\/(\S+)) \| kubectl apply -f -\n$/.exec(text) ?? [];
  if (command === undefined || id === undefined) throw new Error(`README.md:${line}: what would kubectl get?`);
  using kustomize = await kustomizeProgram();
  const documents = splitDocuments(await shell(root, command, kustomize.path));
  const directory = join(root, "generated/rendered", id);
  const files = readdirSync(directory).map((file) => readFileSync(join(directory, file), "utf8"));
  return { shown: files.toSorted(), seen: documents.map((document) => document.text).toSorted() };
}

/** A directory for PATH whose `kustomize build` is the build's engine: that may be inside kubectl, say. */
async function kustomizeProgram(): Promise<ReturnType<typeof temporaryDirectory>> {
  const { file, args } = await findKustomize({ env: process.env });
  const directory = temporaryDirectory();
  const program = `#!/bin/sh\nshift\nexec "${file}" ${args.join(" ")} "$@"\n`;
  writeFileSync(join(directory.path, "kustomize"), program, { mode: 0o755 });
  return directory;
}

/** An edit that is shown as a diff. */
async function edit(root: string, { text }: CodeBlock): Promise<void> {
  writeFileSync(join(root, ".git/edit.diff"), text);
  await shell(root, "git apply .git/edit.diff");
}

/** A file that the reader creates: its first line names it. */
function create(root: string, { language, text, line }: CodeBlock): string {
  const title = /^(?:\/\/|#) (\S+\/\S+)\n/.exec(text)?.[1];
  if (title === undefined) throw new Error(`README.md:${line}: what is this ${language} block for?`);
  mkdirSync(dirname(join(root, title)), { recursive: true });
  writeFileSync(join(root, title), text);
  return title;
}

async function shell(root: string, command: string, ...programs: readonly string[]): Promise<string> {
  const path = [...programs, join(root, "node_modules/.bin"), process.env["PATH"]].join(delimiter);
  const env = { ...process.env, ...plainGit, PATH: path };
  try {
    return (await promisify(execFile)("sh", ["-e", "-c", command], { cwd: root, env })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`the reader's command failed: ${command}${stdout}${stderr}`, { cause: error });
  }
}
