import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { UserError } from "@kit/errors";
import { build, type BuildFailure, type Metafile, type Plugin } from "esbuild";
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
  const { outputFiles, metafile } = await bundle(root);
  const outputs = outputFiles.map(
    ({ path, contents }) => [relative(join(root, front, "dist"), path), contents] as const,
  );
  return { files: new Map([...outputs, ...readAssets(root)]), inputs: [...sourcesIn(metafile), ...assetPaths(root)] };
}

async function bundle(root: string) {
  try {
    return await build({
      absWorkingDir: root,
      entryPoints: { index: `${front}/src/index.ts`, cli: "packages/kit/cli/src/main.ts" },
      outdir: `${front}/dist`,
      // The same modules from both entries are the same objects.
      splitting: true,
      bundle: true,
      write: false,
      metafile: true,
      format: "esm",
      platform: "node",
      target: "node24",
      chunkNames: "[name]-[hash]",
      legalComments: "none",
      logLevel: "silent",
      plugins: [ownRooms(root), findAssets(root)],
    });
  } catch (error) {
    throw doesNotCompile(error);
  }
}

/** Rooms are compiled in; other packages stay imports. */
function ownRooms(root: string): Plugin {
  const allowed = dependenciesOf(root);
  return {
    name: "rooms",
    setup(bundler) {
      bundler.onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
        if (kind === "entry-point" || path.startsWith("@kit/")) return undefined;
        const name = path.split("/", path.startsWith("@") ? 2 : 1).join("/");
        if (path.startsWith("node:") || allowed.has(name)) return { path, external: true };
        return {
          errors: [{ text: `${name} is no dependency of ${front}/package.json, which those who install it need` }],
        };
      });
    },
  };
}

function dependenciesOf(root: string): Set<string> {
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(root, front, "package.json"), "utf8"),
  ) as Readonly<Record<"dependencies" | "peerDependencies", Readonly<Record<string, string>> | undefined>>;
  return new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
}

function sourcesIn({ inputs }: Metafile): string[] {
  return Object.keys(inputs).toSorted();
}

function doesNotCompile(error: unknown): unknown {
  const { errors } = error as Partial<BuildFailure>;
  if (errors === undefined) return error;
  return new UserError(
    errors.map(({ text, location }) => ({
      code: "does-not-compile",
      what: `the kit does not compile: ${text}`,
      where: location === null ? front : `${location.file}:${location.line}:${location.column + 1}`,
      next: "correct it; `pnpm check:types` tells more",
    })),
  );
}
