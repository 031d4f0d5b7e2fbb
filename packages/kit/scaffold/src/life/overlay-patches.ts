import { posix } from "node:path";
import { parseDocument } from "yaml";
import { removeFromList } from "../kustomization/edit-kustomization.ts";
import type { Draft } from "./draft.ts";
import type { LifeService } from "./facts.ts";
import { isKustomizationFile } from "./moves.ts";

/** Takes the patches of objects out of kustomizations, and their files where nothing else names them. */
export function removePatches(draft: Draft, files: readonly string[], objects: LifeService["objects"]): void {
  for (const file of files) {
    const text = draft.read(file);
    if (text === undefined) continue;
    const gone: string[] = [];
    const own = removeFromList(file, text, "patches", (entry) => {
      const { target, patch, path } = (entry ?? {}) as WrittenPatch;
      const inFile = path === undefined ? undefined : draft.read(posix.join(posix.dirname(file), path));
      const named = target ?? identityIn(patch ?? inFile);
      const isGone = objects.some(({ kind, name }) => named?.kind === kind && named.name === name);
      if (isGone && path !== undefined) gone.push(posix.join(posix.dirname(file), path));
      return isGone;
    });
    if (own === text) continue;
    draft.write(file, own);
    for (const path of gone) if (!isNamed(draft, path)) draft.remove(path);
  }
}

interface WrittenPatch {
  readonly target?: { readonly kind?: string; readonly name?: string };
  readonly patch?: string;
  readonly path?: string;
}

function identityIn(text: string | undefined): WrittenPatch["target"] {
  const data = text === undefined ? undefined : (parseDocument(text, { prettyErrors: false }).toJS() as unknown);
  const { kind, metadata } = (data ?? {}) as { readonly kind?: string; readonly metadata?: { readonly name?: string } };
  return { ...(kind === undefined ? {} : { kind }), ...(metadata?.name === undefined ? {} : { name: metadata.name }) };
}

/** Whether a kustomization has the name of a file, wherever that is. */
function isNamed(draft: Draft, path: string): boolean {
  const name = posix.basename(path);
  return draft.paths.some((other) => isKustomizationFile(other) && draft.read(other)!.includes(name));
}
