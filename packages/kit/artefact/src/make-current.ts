import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { EnvironmentFailure } from "@kit/errors";
import { asEnvironmentFailure, removeUnfinished, writeWholeSync } from "@kit/programs";
import { compileKit, front } from "./compile-kit.ts";

/** What `dist/current.json` says: which directory is the artefact, what is in it, and what each of its inputs was like. */
interface Current {
  readonly directory: string;
  readonly files: readonly Size[];
  readonly inputs: readonly Input[];
}

/** A path in the directory, and its size. */
type Size = readonly [path: string, bytes: number];

/** A path from the repository's root, its size in bytes, when it was changed last, and the digest of its content. */
type Input = readonly [path: string, size: number, changed: number, digest: string];

/**
 * Makes the front's `dist/` what the sources are now. Each state has a directory of its own, named by its content: a command
 * that runs goes on with the modules of the state that it began with, and two that come here at once make the same.
 * `index.js` leads packages to the one that is current.
 *
 * `typed-manifests/bin/start.mjs` reads current.json, and comes here where it does not fit any more. What somebody has
 * deleted or cut in the directory is made again.
 *
 * @returns The name of its directory.
 * @throws UserError where the kit does not compile.
 * @throws EnvironmentFailure where the disk refuses.
 */
export async function makeCurrent(root: string): Promise<string> {
  const dist = join(root, front, "dist");
  try {
    const current = restamped(root, dist) ?? (await compiled(root, dist));
    put(join(dist, "index.js"), `export * from "./${current.directory}/index.js";\n`);
    put(join(dist, "current.json"), JSON.stringify(current));
    removeOld(dist, current.directory);
    return current.directory;
  } catch (error) {
    const next = "let it be a directory that this user may write, then start again";
    throw asEnvironmentFailure(error, dist, next);
  }
}

/** What is there, with new times, where only these are other than they were, as after a checkout. */
function restamped(root: string, dist: string): Current | undefined {
  const known = currentIn(dist);
  if (known === undefined || !isWhole(join(dist, known.directory), known.files)) return undefined;
  const { directory, files, inputs } = known;
  const now = inputs.map(([path]) => inputOf(root, path));
  return now.every((input, index) => input?.[3] === inputs[index]![3])
    ? { directory, files, inputs: now as Input[] }
    : undefined;
}

/** Whether all files are there, with their sizes. */
function isWhole(directory: string, files: readonly Size[]): boolean {
  return files.every(([path, bytes]) => statSync(join(directory, path), { throwIfNoEntry: false })?.size === bytes);
}

/** Undefined where there is none, or none that can be read: it only ever saves time. */
function currentIn(dist: string): Current | undefined {
  try {
    const known = JSON.parse(readFileSync(join(dist, "current.json"), "utf8")) as Partial<Current>;
    return known.files === undefined ? undefined : (known as Current);
  } catch {
    return undefined;
  }
}

/** Compiles until nothing was edited meanwhile: what was may be in it or not, and would be taken for what is. */
async function compiled(root: string, dist: string): Promise<Current> {
  let before: ReadonlyMap<string, number> = new Map();
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const started = Date.now() - clockStep;
    const { directory, files, paths } = await compileInto(root, dist);
    const inputs = paths.map((path) => inputOf(root, path)).filter((input) => input !== undefined);
    if (
      inputs.length === paths.length &&
      inputs.every(([path, , changed]) => changed < started || before.get(path) === changed)
    ) {
      return { directory, files, inputs };
    }
    before = new Map(inputs.map(([path, , changed]) => [path, changed]));
  }
  throw new EnvironmentFailure(
    "file-vanished",
    "the kit's sources changed each time while they were compiled",
    "start again, when nothing else changes the files",
  );
}

const mostAttempts = 5;

/** In ms: file systems tell when a file was changed by a clock of their own. */
const clockStep = 20;

async function compileInto(root: string, dist: string): Promise<{ directory: string; files: Size[]; paths: string[] }> {
  const { files, inputs } = await compileKit(root);
  const directory = digestOf(files).slice(0, 16);
  const sizes = [...files].map(([path, content]): Size => [path, content.length]);
  if (!isWhole(join(dist, directory), sizes)) putWhole(join(dist, directory), files, sizes);
  // A folder changes where a file in it comes or goes.
  const folders = new Set(inputs.map((path) => dirname(path)));
  return { directory, files: sizes, paths: [...inputs, ...folders, "pnpm-lock.yaml", ...manifests(root)] };
}

/** The rooms' package.json say which module is meant by a room's name. */
function manifests(root: string): string[] {
  const kit = join(root, "packages/kit");
  return readdirSync(kit)
    .map((room) => `packages/kit/${room}/package.json`)
    .filter((path) => existsSync(join(root, path)));
}

/** Its time first: what is edited behind that has another one the next time. */
function inputOf(root: string, path: string): Input | undefined {
  const stat = statSync(join(root, path), { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  const content = stat.isDirectory() ? readdirSync(join(root, path)).join("\n") : readFileSync(join(root, path));
  return [path, stat.isDirectory() ? 0 : stat.size, stat.mtimeMs, createHash("sha256").update(content).digest("hex")];
}

function digestOf(files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].toSorted()) hash.update(`${path}\0`).update(files.get(path)!).update("\0");
  return hash.digest("hex");
}

function putWhole(directory: string, files: ReadonlyMap<string, Uint8Array>, sizes: readonly Size[]): void {
  mkdirSync(dirname(directory), { recursive: true });
  try {
    writeWholeSync(directory, (target) => {
      writeFiles(target, files);
      // What is damaged goes by a rename: a command that runs may load the rest of it at this moment.
      if (existsSync(directory) && !isWhole(directory, sizes)) renameSync(directory, `${target}-damaged`);
    });
  } catch (error) {
    // Another process may have been quicker, and has made the same.
    if (!isWhole(directory, sizes)) throw error;
  }
}

function writeFiles(directory: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

function put(file: string, text: string): void {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  writeWholeSync(file, (target) => writeFileSync(target, text));
}

/** A command may run for hours, and load modules to its end. */
const kept = 24 * 60 * 60_000;

function removeOld(dist: string, directory: string): void {
  removeUnfinished(dist);
  for (const name of readdirSync(dist)) {
    const isOld =
      /^[0-9a-f]{16}$/.test(name) && name !== directory && statSync(join(dist, name)).mtimeMs < Date.now() - kept;
    if (isOld) rmSync(join(dist, name), { recursive: true, force: true });
  }
}
