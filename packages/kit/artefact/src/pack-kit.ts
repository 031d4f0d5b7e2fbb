import { cpSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { EnvironmentFailure, UserError } from "@kit/errors";
import { run, temporaryDirectory } from "@kit/programs";
import { parse } from "yaml";
import { compileKit, front } from "./compile-kit.ts";
import { declarations } from "./declarations.ts";

/** The most that is packed, in bytes: it is downloaded by each clone of each repository that depends on it. */
export const mostPacked = 3 * 2 ** 20;

export interface PackedKit {
  /** The tarball. */
  readonly file: string;
  /** Its size. */
  readonly bytes: number;
}

/**
 * Makes the tarball of the front, as a registry would have it, into a directory.
 *
 * @throws UserError where it does not compile, or is larger than `mostPacked`.
 * @throws EnvironmentFailure where pnpm cannot pack it.
 */
export async function packKit(root: string, to: string): Promise<PackedKit> {
  using temporary = temporaryDirectory();
  const [{ files }, declared] = await Promise.all([compileKit(root), declarations(root)]);
  for (const [path, content] of files) put(join(temporary.path, "dist", path), content);
  put(join(temporary.path, "dist/index.d.ts"), declared);
  put(join(temporary.path, "package.json"), `${JSON.stringify(manifestOf(root), null, 2)}\n`);
  for (const path of ["CHANGELOG.md", "README.md", "bin/start.mjs"])
    copy(join(root, front, path), join(temporary.path, path));
  for (const path of ["LICENSE", ...globSync("docs/**/*.{md,svg}", { cwd: root })]) {
    copy(join(root, path), join(temporary.path, path));
  }
  const file = await pack(temporary.path, to);
  const bytes = statSync(file).size;
  if (bytes <= mostPacked) return { file, bytes };
  throw new UserError({
    code: "file-too-large",
    what: `the tarball has ${bytes} bytes, and may have ${mostPacked}`,
    where: file,
    next: "look for what came in: `tar --list --verbose --file` tells sizes",
  });
}

/** The front's package.json for those who install it: versions instead of catalog entries, and what publishConfig says. */
function manifestOf(root: string): unknown {
  const {
    publishConfig,
    devDependencies: _,
    scripts: __,
    dependencies,
    ...rest
  } = JSON.parse(readFileSync(join(root, front, "package.json"), "utf8")) as Readonly<Record<string, object>> & {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const { catalog } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as {
    readonly catalog: Readonly<Record<string, string>>;
  };
  const versions = Object.entries(dependencies).map(([name, version]) => [
    name,
    version === "catalog:" ? catalog[name] : version,
  ]);
  return { ...rest, ...publishConfig, dependencies: Object.fromEntries(versions) as unknown };
}

async function pack(directory: string, to: string): Promise<string> {
  mkdirSync(to, { recursive: true });
  const { exitCode, stdout, stderr } = await run("pnpm", ["pack", "--json", "--pack-destination", to], {
    cwd: directory,
  });
  if (exitCode === 0) return (JSON.parse(stdout) as { readonly filename: string }).filename;
  throw new EnvironmentFailure(
    "subprocess-failed",
    `pnpm could not pack the kit:\n${stderr || stdout}`,
    "correct what pnpm names",
  );
}

function put(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to);
}
