import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { UserError } from "@kit/errors";
import {
  rolldown,
  type BundleError,
  type OutputAsset,
  type OutputChunk,
  type Plugin,
  type RolldownBuild,
} from "rolldown";
import { assetPaths, findAssets, readAssets } from "./assets.ts";

/** The kit as JavaScript: `index.js` is what authors import, `cli.js` the commands, and both share their chunks. */
export interface CompiledKit {
  /** Content by path in the artefact. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What it was made from, from the repository's root: sources and assets. */
  readonly inputs: readonly string[];
}

/** The package whose sources these are, from the repository's root. */
export const front = "packages/kit/typed-manifests";

/**
 * Compiles the kit of a repository, in memory. What it takes of other packages stays an import, of what the front's
 * package.json names.
 *
 * @throws UserError where a source does not compile, or imports what is not there.
 */
export async function compileKit(root: string): Promise<CompiledKit> {
  try {
    await using bundle = await bundleOf(root);
    const { output } = await bundle.generate(written);
    return {
      files: new Map([...output.map((file) => [file.fileName, contentOf(file)] as const), ...readAssets(root)]),
      inputs: [...sourcesIn(await bundle.watchFiles, root), ...assetPaths(root)],
    };
  } catch (error) {
    throw doesNotCompile(error);
  }
}

const entries = { index: `${front}/src/index.ts`, cli: "packages/kit/cli/src/main.ts" };

// Every module is in one directory: assets.ts counts on it.
const written = { format: "esm", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" } as const;

function bundleOf(root: string): Promise<RolldownBuild> {
  const effects = new Set(Object.values(entries).map((path) => join(root, path)));
  return rolldown({
    cwd: root,
    input: entries,
    platform: "node",
    tsconfig: false,
    logLevel: "silent",
    // A command loads of a room what it uses, and not all that the room exports.
    treeshake: { moduleSideEffects: (module) => effects.has(module) },
    plugins: [otherPackages(root), findAssets(root)],
  });
}

/** Rooms are compiled in; other packages stay imports. */
function otherPackages(root: string): Plugin {
  const allowed = dependenciesOf(root);
  return {
    name: "other-packages",
    resolveId: {
      order: "pre",
      filter: { id: /^(?!@kit\/)[^./]/ },
      handler(name, importer) {
        if (importer === undefined) return null;
        if (name.startsWith("node:") || allowed.has(packageOf(name))) return { id: name, external: true };
        throw new Error(
          `${relative(root, importer)} imports ${packageOf(name)}, which is not a dependency of ${front}/package.json: those who install it would not have it`,
        );
      },
    },
  };
}

function dependenciesOf(root: string): Set<string> {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(root, front, "package.json"), "utf8"),
  ) as Readonly<Record<"dependencies" | "peerDependencies", Readonly<Record<string, string>> | undefined>>;
  return new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
}

function packageOf(name: string): string {
  return name.split("/", name.startsWith("@") ? 2 : 1).join("/");
}

function contentOf(file: OutputChunk | OutputAsset): Uint8Array {
  return Buffer.from(file.type === "chunk" ? file.code : file.source);
}

function sourcesIn(modules: readonly string[], root: string): string[] {
  return modules
    .filter((module) => module.startsWith(join(root, "/")))
    .map((module) => relative(root, module))
    .toSorted();
}

function doesNotCompile(error: unknown): unknown {
  const { errors } = error as Partial<BundleError>;
  if (errors === undefined) return error;
  return new UserError({
    code: "does-not-compile",
    what: `the kit does not compile: ${errors.map(({ message }) => plain(message)).join("\n")}`,
    where: front,
    next: "correct it; `pnpm check:types` tells more",
  });
}

function plain(message: string): string {
  return stripVTControlCharacters(message)
    .replace(/^\[[A-Z_]+\] /, "")
    .replaceAll(/ +$/gm, "")
    .trim();
}
