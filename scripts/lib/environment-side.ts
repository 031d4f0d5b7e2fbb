import { existsSync } from "node:fs";
import { join } from "node:path";
import { writtenFrom } from "@kit/emit/header";
import type { ImageEntry } from "@kit/model";
import { overlayInputs, parseKustomization, readOverlay } from "@kit/render";
import { documentsIn, type Document, type EnvironmentSide, type Part } from "@kit/review";
import { readAsKustomize } from "@kit/yaml";
import { isManifestFile, isNamespaceFile } from "./generated-files.ts";
import { patchTargets, type Targets } from "./patch-targets.ts";
import { renderedFiles } from "./rendered-ids.ts";
import { isKustomization } from "./review-overlay.ts";
import type { Snapshot } from "./snapshot.ts";

/** An environment as the repository has it. */
interface Found {
  readonly side: EnvironmentSide;
  /** Those that it deploys, such as `shop/cart`. */
  readonly bases: readonly string[];
}

/** What there is to know of an environment without a build: what is rendered, and what that is made of. */
export function environmentSide(root: string, id: string, snapshot: Snapshot): Found {
  const { file } = readOverlay(root, id);
  const inputs = overlayInputs(root, id) ?? knownInputs(id, snapshot);
  const paths = [...inputs.keys()].filter((path) => /\.ya?ml$|\/Kustomization$/.test(path));
  const kustomizations = paths.filter((path) => path.startsWith("overlays/") && isKustomization(path));
  const contents = [file, ...kustomizations.filter((path) => path !== file)].map((path) =>
    parseKustomization(root, path),
  );
  const component = `generated/environments/${id}/`;
  const allBases = "generated/bases/";
  const targets = patchTargets(component, inputs);
  const partsIn = (folder: string): Part[] =>
    paths
      .filter((path) => path.startsWith(folder) && isManifestFile(path))
      .flatMap((path) => partsOf(root, id, path, inputs.get(path) ?? "", targets));
  return {
    bases: [
      ...new Set(
        paths.filter((path) => path.startsWith(allBases)).map((path) => path.split("/").slice(2, 4).join("/")),
      ),
    ],
    side: {
      id,
      namespace: namespaceIn(
        root,
        id,
        [...inputs].find(([path]) => path.startsWith(component) && isNamespaceFile(path)),
      ),
      documents: [...renderedFiles(snapshot, id)].flatMap(([path, text]) => documentsIn(path, text)),
      overlay: {
        file,
        images: contents.flatMap(({ images }) => (Array.isArray(images) ? (images as ImageEntry[]) : [])),
        hasReplacements: contents.some((content) => "replacements" in content),
        files: paths
          .filter((path) => path.startsWith("overlays/") && !isKustomization(path))
          .flatMap((path) => objectsOnly(path, inputs.get(path) ?? "")),
      },
      bases: partsIn(allBases),
      component: partsIn(component),
    },
  };
}

/** Of an overlay that has parts from elsewhere: what the repository has of it. */
function knownInputs(id: string, { files }: Snapshot): Map<string, string> {
  const own = [...files].filter(([path]) => path.startsWith(`overlays/${id}/`));
  const bases = own.flatMap(([, text]) => text.match(/generated\/bases\/[\w.-]+\/[\w.-]+/g) ?? []);
  const folders = [...bases, `generated/environments/${id}`];
  return new Map([...own, ...[...files].filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`)))]);
}

/** Beside manifests, an overlay's folder may have what kustomize reads in other forms, or not at all. */
function objectsOnly(path: string, text: string): Document[] {
  return documentsIn(path, text).filter(
    (document) => /^kind:/m.test(document.text) && /^apiVersion:/m.test(document.text),
  );
}

function partsOf(root: string, id: string, path: string, text: string, patches: Targets): Part[] {
  const sources = sourcesOf(root, id, text);
  return documentsIn(path, text).map((document) => ({ document, patches: patches.get(path), sources }));
}

function namespaceIn(
  root: string,
  id: string,
  file: readonly [path: string, text: string] | undefined,
): EnvironmentSide["namespace"] {
  if (file === undefined) return undefined;
  const [first] = readAsKustomize(file[1]);
  const { metadata } = (first?.data ?? {}) as { readonly metadata?: { readonly namespace?: string } };
  const name = metadata?.namespace;
  return name === undefined ? undefined : { name, sources: sourcesOf(root, id, file[1]) };
}

/** The packages that a generated file is from; of an environment's the file that is its own. */
function sourcesOf(root: string, id: string, text: string): string[] {
  const packages = writtenFrom(text)?.split(" and ") ?? [];
  const own = `src/${id.slice(id.lastIndexOf("/") + 1)}.ts`;
  return packages.map((folder) => {
    const file = `${folder}/${own}`;
    return folder.endsWith("/environments") && existsSync(join(root, file)) ? file : folder;
  });
}
