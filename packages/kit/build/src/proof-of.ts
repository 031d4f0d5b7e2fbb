import { changeOf, type Emitted, type ExpectedObject } from "@kit/emit";
import type { Problem } from "@kit/errors";
import { fileStem, type JsonObject } from "@kit/kube";
import { proveStation, type ChangeByComponent, type NotProved } from "@kit/prove";
import type { Overlay, OverlayLayers, EnvironmentPlace, Rendered, RenderOptions } from "@kit/render";
import { checkBelow } from "./check-below.ts";

/** What is asked of each overlay before kustomize is run on it, and of what it has rendered. */
export interface RepositoryProof {
  readonly below: (overlay: Overlay) => Promise<readonly Problem[]>;
  readonly prove: (rendered: Rendered) => readonly Problem[];
  /** By environment, as far as it was asked; those where everything is proved do not stand here. */
  readonly notProved: ReadonlyMap<string, readonly NotProved[]>;
}

interface Options {
  readonly expected: Emitted["expected"];
  /** By environment: what its overlay is made of. */
  readonly layers: ReadonlyMap<string, OverlayLayers>;
  readonly environments: readonly EnvironmentPlace[];
  /** The paths of what a build writes, below `generated/`. */
  readonly files: ReadonlySet<string>;
  readonly run: Pick<RenderOptions, "directory" | "engine" | "env">;
}

/** The proof that what a repository's overlays render is what its packages say. */
export function proofOf({ expected, layers, environments, files, run }: Options): RepositoryProof {
  // What kustomize says of the whole overlay, where it refuses that as well, says more.
  const untold = new Set<string>();
  const notProved = new Map<string, readonly NotProved[]>();
  return {
    notProved,
    below: async ({ id }) => {
      const place = environments.find((one) => one.id === id)!;
      const change = (object: ExpectedObject): ChangeByComponent => ({
        operations: operationsOf(object),
        file: patchFileOf(files, place, object),
      });
      const environment = { id, expected: expected.get(id) ?? [], layers: layers.get(id)!, changeOf: change };
      const found = await checkBelow(environment, run);
      if (found !== "refused") return found;
      untold.add(id);
      return [];
    },
    prove: ({ overlay, documents }) => {
      const { id, file } = overlay;
      const rendered = documents.map((document) => ({ ...document, data: document.data as JsonObject }));
      const own = layers.get(id)!;
      const proof = proveStation.run({ id, file, expected: expected.get(id) ?? [], rendered, layers: own.layers });
      if (proof.notProved.length > 0) notProved.set(id, proof.notProved);
      return [...proof.problems, ...(untold.has(id) ? [cannotBeTold(id, file)] : [])];
    },
  };
}

/** What a component does to an object; undefined where it puts another one in its place. */
function operationsOf({ base = {}, data }: ExpectedObject): ChangeByComponent["operations"] {
  const change = changeOf(base, data);
  return change.form === "patch" ? change.operations : undefined;
}

/** The file of a component that changes an object, or the component where it puts another one in its place. */
function patchFileOf(files: ReadonlySet<string>, { id, namespace }: EnvironmentPlace, object: ExpectedObject): string {
  const path = `environments/${id}/patch-${fileStem(object, namespace)}.yaml`;
  return `generated/${files.has(path) ? path : `environments/${id}`}`;
}

function cannotBeTold(id: string, file: string): Problem {
  return {
    code: "overlay-overwritten",
    what: `kustomize cannot build what lies below the component of "${id}", so nobody can tell what of it the component overwrites`,
    where: file,
    next: "take the changes out of the folder below, or out of the generators that merge into an object of a package: write them in the environment's own package",
  };
}
