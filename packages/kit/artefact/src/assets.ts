import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "rolldown";

/** What modules read beside themselves at run time: patterns from the repository's root, by the room that reads it. */
const assets: Readonly<Record<string, readonly string[]>> = {
  cli: [
    "docs/checks/*.md",
    // What a new repository is made of.
    ".github/workflows/{comment,pull-request,render}.yml",
    "package.json",
    "pnpm-workspace.yaml",
  ],
  "control-plane": ["packages/kit/control-plane/engine/*/*"],
  render: ["packages/kit/render/engine/go.{mod,sum}"],
  schema: ["packages/kit/schema/data/*.json"],
};

/** Modules that ask where they are for another reason: to find a package that is installed, or where the artefact is. */
const findOthers = [
  "packages/kit/build/src/type-check.ts",
  "packages/kit/kustomize/src/image-name.ts",
  "packages/kit/programs/src/own-modules.ts",
];

/** The paths of the assets, from the repository's root. */
export function assetPaths(root: string): string[] {
  return globSync(Object.values(assets).flat(), { cwd: root }).toSorted();
}

/**
 * Lets modules find what they read beside themselves: the artefact has it in `assets/`, at its path from the repository's
 * root, and a module asks for it as if it still were where its source is.
 */
export function findAssets(root: string): Plugin {
  return {
    name: "assets",
    transform: {
      filter: { id: /\/packages\/kit\/[^/]+\/src\//, code: "import.meta." },
      handler(text, path) {
        const module = path.slice(root.length + 1);
        if (findOthers.includes(module)) return null;
        if (!Object.hasOwn(assets, module.split("/")[2]!)) throw new Error(`${module} ${noAsset}`);
        return withPlace(text, module);
      },
    },
  };
}

const noAsset =
  "asks where it is, and its room has nothing in the artefact: name what it reads in packages/kit/artefact/src/assets.ts";

// Every module of the artefact is in one directory, with the assets below it.
function withPlace(text: string, module: string): string {
  return text.replaceAll(/import\.meta\.(dirname|url)\b/g, (_, what) =>
    what === "url"
      ? `new URL(${JSON.stringify(`./assets/${module}`)}, import.meta.url).href`
      : `(import.meta.dirname + ${JSON.stringify(`/assets/${dirname(module)}`)})`,
  );
}

/** The assets, by their path in the artefact. */
export function readAssets(root: string): Map<string, Uint8Array> {
  return new Map(assetPaths(root).map((path) => [`assets/${path}`, readFileSync(join(root, path))]));
}
