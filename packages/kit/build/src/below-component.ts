import { toJson } from "@kit/yaml";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, posix, relative } from "node:path";
import { isList, type Json, type JsonObject } from "@kit/kube";
import {
  runKustomize,
  splitDocuments,
  type OverlayLayers,
  type RenderedDocument,
  type RenderOptions,
} from "@kit/render";

/**
 * What kustomize makes of that on which an environment's component is put: of the kustomization that names the component,
 * without the component and what comes after it. Undefined where that is just the bases, as in most overlays. Where kustomize
 * refuses it, it may still take the whole: a component can take out what it cannot write.
 *
 * @param options Its `directory` is changed: a folder appears in it for the time of the run.
 */
export async function renderBelow(
  { layers, builds }: OverlayLayers,
  component: string,
  { directory, engine, env }: Pick<RenderOptions, "directory" | "engine" | "env">,
): Promise<readonly RenderedDocument[] | "refused" | undefined> {
  const changes = layers.some((layer) => layer.below && layer.reaches && declares(layer.content));
  if (builds === undefined || builds.content["kind"] === "Component") return undefined;
  if (!changes && !mergesGenerated(builds.content)) return undefined;
  const folder = dirname(builds.file);
  const parent = join(directory, dirname(folder));
  const copy = mkdtempSync(join(parent, `${basename(folder)}-below-`));
  try {
    cpSync(join(directory, folder), copy, { recursive: true });
    const content = below(builds.content, (entry) => posix.join(folder, entry).replace(/\/$/, "") === component);
    writeFileSync(join(copy, basename(builds.file)), toJson(content));
    const { exitCode, stdout } = await runKustomize(engine, relative(directory, copy), { cwd: directory, env });
    return exitCode === 0 ? splitDocuments(stdout) : "refused";
  } finally {
    rmSync(copy, { recursive: true });
  }
}

// What says which objects there are; everything else may change them.
const plain = new Set(["apiVersion", "kind", "metadata", "resources", "bases", "sortOptions"]);

function declares(content: JsonObject): boolean {
  return Object.keys(content).some((key) => !plain.has(key));
}

function mergesGenerated(content: JsonObject): boolean {
  const entries = ["configMapGenerator", "secretGenerator"].flatMap((field) => listOf(content[field]));
  return entries.some((entry) => typeof entry === "object" && entry !== null && "behavior" in entry);
}

// kustomize reads these before the components: api/internal/target/kusttarget.go.
const before = [
  "apiVersion",
  "kind",
  "resources",
  "bases",
  "configMapGenerator",
  "secretGenerator",
  "helmCharts",
  "openapi",
  "crds",
];

function below(content: JsonObject, isComponent: (entry: string) => boolean): JsonObject {
  const components = listOf(content["components"]);
  const own = components.findIndex((entry) => typeof entry === "string" && isComponent(entry));
  const kept = Object.entries(content).filter(([key]) => before.includes(key));
  return {
    ...Object.fromEntries(kept),
    components: components.slice(0, own),
    // Only the root of a build puts hashes to names.
    generatorOptions: { ...(content["generatorOptions"] as JsonObject | undefined), disableNameSuffixHash: true },
  };
}

function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}
