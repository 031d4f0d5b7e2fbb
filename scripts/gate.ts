import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runCommand } from "@kit/cli";
import { argumentError, exitCodes, UserError } from "@kit/errors";
import { temporaryDirectory } from "@kit/programs";
import { notice } from "@kit/terminal";
import { $ } from "zx";
import { codeBlocks, type CodeBlock } from "./markdown.ts";

const help = `Tries a copy of this repository that somebody has made their own.

Usage: pnpm gate <copy>

  own           As docs/make-it-yours.md says: without the systems here, with a small one.
  service       As README.md says under "Add a service".
  -h, --help    Show this.

Makes the copy in a temporary directory, does what the page says block after block,
and runs build, test and drift there. Tests that have nothing new to see come from the
cache of turbo here.

Exit codes: 0 the copy is green, 1 it is not, 2 the input is wrong, 3 the machine failed, 70 a bug.
`;

/** What a copy is for: its page, and the headings whose blocks are done. */
const copies: Readonly<Record<string, { readonly page: string; readonly sections: readonly string[] }>> = {
  own: { page: "docs/make-it-yours.md", sections: ["Take the samples out", "Bring a system"] },
  service: { page: "README.md", sections: ["Add a service"] },
};

await runCommand({
  help,
  options: {},
  positionals: 1,
  async run({ root, positionals: [name = ""] }) {
    const copy = Object.hasOwn(copies, name) ? copies[name] : undefined;
    if (copy === undefined) throw unknown(name);
    using directory = temporaryDirectory();
    await cloneInto(root, directory.path);
    const { doing, green } = runnersIn(root, directory.path);
    for (const section of copy.sections) {
      for (const block of codeBlocks(sectionOf(root, copy.page, section))) await followed(directory.path, block, doing);
    }
    // A page of one's own; what README says is tried with the systems that it speaks of.
    if (name === "own") writeFileSync(join(directory.path, "README.md"), "# Our manifests\n");
    // The store has all that this repository has; the copy's own packages are new in the lockfile.
    await doing("pnpm install --offline --no-frozen-lockfile");
    await doing("pnpm format");
    for (const command of ["pnpm build", "pnpm test", "pnpm drift"]) {
      notice(`${name}: ${command}\n`);
      if (!(await green(command))) return exitCodes.finding;
    }
    return exitCodes.ok;
  },
});

/** What git would track of the working tree, as a commit of its own. */
async function cloneInto(root: string, target: string): Promise<void> {
  const listed = await $({ cwd: root, quiet: true })`git ls-files -z --cached --others --exclude-standard`;
  for (const file of listed.stdout.split("\0").filter((name) => name !== "" && existsSync(join(root, name)))) {
    cpSync(join(root, file), join(target, file), { verbatimSymlinks: true });
  }
  const git = $({ cwd: target, quiet: true });
  await git`git init --quiet`;
  await git`git add --all`;
  await git`git -c user.name=gate -c user.email=gate@localhost commit --quiet --message Copy`;
}

interface Runners {
  /** Runs a line of a page's shell block, and throws where it fails. */
  readonly doing: (line: string) => Promise<void>;
  /** Runs a command, and tells whether it ended well. */
  readonly green: (command: string) => Promise<boolean>;
}

function runnersIn(root: string, cwd: string): Runners {
  // pnpm as it is started here, which may be no program on PATH; offline, as the store has what this repository has.
  const pnpm = process.env["npm_execpath"] ?? "pnpm";
  const env = { ...process.env, npm_config_offline: "true", npm_config_frozen_lockfile: "false", CI: "" };
  const shell = $({
    cwd,
    env: { ...env, TURBO_CACHE_DIR: join(root, ".turbo/cache") },
    stdio: "inherit",
    nothrow: true,
  });
  const start = (line: string) => {
    const [program = "", ...args] = line.replace(/^npx --yes pnpm@\S+/, "pnpm").split(/\s+/);
    if (program !== "pnpm") return shell`sh -e -c ${line}`;
    return /\.[cm]?js$/.test(pnpm) ? shell`${process.execPath} ${pnpm} ${args}` : shell`${pnpm} ${args}`;
  };
  const green = async (command: string): Promise<boolean> => (await start(command)).exitCode === 0;
  const doing = async (line: string): Promise<void> => {
    if (await green(line)) return;
    throw new UserError({
      code: "argument-value",
      what: `what the page says fails: ${line}`,
      where: cwd,
      next: "correct the page, or what it speaks of",
    });
  };
  return { doing, green };
}

/** Does what a block says. Commands of this repository come at the end, all of them, so they are left out here. */
async function followed(root: string, { language, text }: CodeBlock, doing: Runners["doing"]): Promise<void> {
  if (language === "sh") {
    for (const line of text.trimEnd().split("\n")) if (!/pnpm@|^git status/.test(line)) await doing(line);
  } else if (language === "diff") {
    writeFileSync(join(root, ".git/edit.diff"), text);
    await doing("git apply .git/edit.diff");
  } else if (language !== "text") {
    const [first = "", ...rest] = text.split("\n");
    const file = /^(?:\/\/|#) (\S+\/\S+)$/.exec(first)?.[1];
    if (file === undefined) return;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), language === "json" ? rest.join("\n") : text);
  }
}

function sectionOf(root: string, page: string, heading: string): string {
  const text = readFileSync(join(root, page), "utf8");
  const section = text.split(/^(?=## )/m).find((one) => one.startsWith(`## ${heading}\n`));
  if (section !== undefined) return section;
  throw new UserError({
    code: "argument-value",
    what: `there is no heading "${heading}"`,
    where: page,
    next: "write it again, or correct scripts/gate.ts",
  });
}

function unknown(name: string): UserError {
  const what = name === "" ? "which copy?" : `there is no copy ${name}`;
  return argumentError(what, `name one of ${Object.keys(copies).join(", ")}`);
}
