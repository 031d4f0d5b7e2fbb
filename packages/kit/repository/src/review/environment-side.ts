import { existsSync } from "node:fs";
import { join } from "node:path";
import { imageFlow, isKustomization } from "@kit/kustomize";
import { groupOf } from "@kit/kube";
import { overlayTexts, parseKustomization, readOverlay } from "@kit/render";
import { documentsIn, type Document, type EnvironmentSide, type Part } from "@kit/review";
import { readAsKustomize } from "@kit/yaml";
import { generatedParts, type GeneratedPart, packagesOf } from "../origins/generated-parts.ts";
import { renderedTexts } from "../snapshots/rendered-in.ts";
import type { Snapshot } from "../snapshots/snapshot.ts";

/** An environment as the repository has it. */
interface Found {
  readonly side: EnvironmentSide;
  /** Those that it deploys, such as `shop/cart`. */
  readonly bases: readonly string[];
}

/** What there is to know of an environment without a build: what is rendered, and what that is made of. */
export function environmentSide(root: string, id: string, snapshot: Snapshot): Found {
  const { file } = readOverlay(root, id);
  const { texts: inputs } = overlayTexts(root, id);
  const paths = [...inputs.keys()].filter((path) => /\.ya?ml$|\/Kustomization$/.test(path));
  const kustomizations = paths.filter((path) => isOwn(path) && isKustomization(path));
  const contents = [file, ...kustomizations.filter((path) => path !== file)].map((path) =>
    parseKustomization(root, path),
  );
  const parts = generatedParts(id, inputs);
  const bases = parts.filter(({ role }) => role === "base");
  return {
    bases: [...new Set(bases.map(({ path }) => path.split("/").slice(2, 4).join("/")))],
    side: {
      id,
      namespace: namespaceIn(root, id, inputs.get(`generated/environments/${id}/namespace.yaml`)),
      documents: [...renderedTexts(snapshot, id)].flatMap(([path, text]) => documentsIn(path, text)),
      overlay: {
        file,
        images: imageFlow(`overlays/${id}`, inputs).entries.map((place) => ({ ...place.entry, file: place.file })),
        hasReplacements: contents.some((content) => "replacements" in content),
        files: paths
          .filter((path) => isOwn(path) && !isKustomization(path))
          .flatMap((path) => objectsOnly(path, inputs.get(path) ?? "")),
      },
      bases: bases.map((part) => partOf(root, id, part)),
      component: parts.filter(({ role }) => role !== "base").map((part) => partOf(root, id, part)),
    },
  };
}

function isOwn(path: string): boolean {
  return !path.startsWith("generated/");
}

/** Beside manifests, an overlay's folder may have what kustomize reads in other forms, or not at all. */
function objectsOnly(path: string, text: string): Document[] {
  return documentsIn(path, text).filter(
    (document) => /^kind:/m.test(document.text) && /^apiVersion:/m.test(document.text),
  );
}

function partOf(root: string, id: string, { path, text, role, id: object, packages }: GeneratedPart): Part {
  const { apiVersion, kind, name } = object;
  const patches = role === "patch" ? { group: groupOf(apiVersion), kind, name } : undefined;
  return { document: { where: path, text }, patches, sources: sourcesOf(root, id, packages) };
}

function namespaceIn(root: string, id: string, text: string | undefined): EnvironmentSide["namespace"] {
  if (text === undefined) return undefined;
  const [first] = readAsKustomize(text);
  const { metadata } = (first?.data ?? {}) as { readonly metadata?: { readonly namespace?: string } };
  const name = metadata?.namespace;
  return name === undefined ? undefined : { name, sources: sourcesOf(root, id, packagesOf(text)) };
}

/** The packages that a generated file is from; of an environment's the file that is its own. */
function sourcesOf(root: string, id: string, packages: readonly string[]): string[] {
  const own = `src/${id.slice(id.lastIndexOf("/") + 1)}.ts`;
  return packages.map((folder) => {
    const file = `${folder}/${own}`;
    return folder.endsWith("/environments") && existsSync(join(root, file)) ? file : folder;
  });
}
