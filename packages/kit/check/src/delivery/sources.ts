import { listOf, mapOf, textOf } from "@kit/kube";
import type { Path } from "@kit/schema";
import { isSameRepository } from "./repository-url.ts";
import type { Delivery } from "../view/index.ts";
import type { Sync } from "./syncs.ts";

/** A folder that an Application or a Kustomization follows. */
export interface SyncedFolder {
  /** From the Git repository's root, without a slash at either end; empty: the root. */
  readonly folder: string;
  readonly path: Path;
  /** Undefined of a Kustomization, which names a source of Flux. */
  readonly repository: string | undefined;
  /** Whether it is in the repository that the environment is synced from; undefined where nobody says. */
  readonly isHere: boolean | undefined;
  readonly source: Readonly<Record<string, unknown>>;
}

/** The folders that it follows. A Helm chart is not one, nor is a path that a template has not been filled into. */
export function foldersOf(sync: Sync, delivery: Delivery | undefined): SyncedFolder[] {
  const spec = mapOf(sync.data["spec"]);
  if (sync.engine === "flux") {
    const written = textOf(spec["path"]) ?? "";
    const one = { path: ["spec", "path"], repository: undefined, isHere: isOwnSource(sync, delivery), source: spec };
    return [{ ...one, folder: normalFolder(written) }];
  }
  const places: [Path, unknown][] =
    spec["sources"] === undefined
      ? [[["spec", "source"], spec["source"]]]
      : listOf(spec["sources"]).map((source, index) => [["spec", "sources", index], source]);
  return places.flatMap(([path, written]): SyncedFolder[] => {
    const source = mapOf(written);
    const folder = textOf(source["path"]);
    const repository = textOf(source["repoURL"]) ?? "";
    if (folder === undefined || source["chart"] !== undefined || `${folder}${repository}`.includes("{{")) return [];
    const here = delivery?.repository;
    const isHere = here === undefined ? undefined : isSameRepository(repository, here);
    return [{ folder: normalFolder(folder), path: [...path, "path"], repository, isHere, source }];
  });
}

/** `a/b` of `./a//c/../b/`. What leads out of the repository keeps its `..`. */
export function normalFolder(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return steps.join("/");
}

/** Whether a Kustomization has the source of the one that syncs the environment. */
function isOwnSource(sync: Sync, delivery: Delivery | undefined): boolean | undefined {
  if (sync.isOwn) return true;
  const own = delivery?.objects.find(({ data }) => mapOf(data)["kind"] === "Kustomization");
  return own === undefined ? undefined : sourceOf(mapOf(own.data)) === sourceOf(sync.data);
}

function sourceOf({ metadata, spec }: Readonly<Record<string, unknown>>): string {
  const { kind, name, namespace = mapOf(metadata)["namespace"] } = mapOf(mapOf(spec)["sourceRef"]);
  return [kind, namespace, name].join("\n");
}
