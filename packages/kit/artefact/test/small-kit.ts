import { cpSync, mkdirSync, symlinkSync } from "node:fs";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { repositoryRoot, temporaryDirectory, type ScriptResult, type TestDirectory } from "@kit/testing";

const front = "packages/kit/typed-manifests";

/** A repository with a kit of two small modules, which starts as the real one does. Its command prints what it is given. */
export function smallKit(): TestDirectory {
  const kit = temporaryDirectory({
    "package.json": '{ "name": "small" }\n',
    "pnpm-lock.yaml": "lockfileVersion: 9\n",
    [`${front}/package.json`]: '{ "name": "typed-manifests", "type": "module" }\n',
    [`${front}/src/index.ts`]: 'export const who: string = "front";\n',
    "packages/kit/cli/package.json": '{ "name": "@kit/cli", "type": "module" }\n',
    "packages/kit/cli/src/main.ts": mainThatSays("one"),
    "packages/kit/cli/src/late.ts": 'export const late: string = "late";\n',
  });
  cpSync(join(repositoryRoot, front, "bin"), join(kit.path, front, "bin"), { recursive: true });
  const link = join(kit.path, front, "node_modules/@kit/artefact");
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(join(repositoryRoot, "packages/kit/artefact"), link);
  return kit;
}

/** The source of the command. With an argument it waits for its standard input to end before it loads its last module. */
export function mainThatSays(word: string): string {
  return `import { who } from "../../typed-manifests/src/index.ts";
export async function main(): Promise<void> {
  console.log("${word}", who);
  if (process.argv.length > 2) for await (const _ of process.stdin);
  const { late } = await import("./late.ts");
  console.log(late);
}
`;
}

/** A command of it. */
export interface Started {
  /** Resolves when it has printed something. */
  readonly began: Promise<void>;
  /** Ends its standard input. */
  readonly goOn: () => void;
  readonly ended: Promise<ScriptResult>;
}

export function start({ path }: TestDirectory, ...args: readonly string[]): Started {
  const child = spawn(process.execPath, [join(path, front, "bin/start.mjs"), ...args], {
    env: { ...process.env, NO_COLOR: "1" },
  });
  let [stdout, stderr] = ["", ""];
  const began = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
      resolve();
    });
  });
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<ScriptResult>((resolve) => {
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr: stderr.replaceAll(path, "<root>") }));
  });
  return { began, goOn: () => child.stdin.end(), ended };
}

/** What a command of it prints, to its end. */
export async function run(kit: TestDirectory): Promise<ScriptResult> {
  const started = start(kit);
  started.goOn();
  return started.ended;
}
