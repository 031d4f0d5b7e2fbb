import type { ImageFlow } from "@kit/kustomize";

/** A Secret in a file of the overlay's, and the order in which its keys would stay as they are, in words. */
interface ReorderedSecret {
  readonly file: string;
  readonly name: string;
  readonly order: string;
}

/** An overlay's own files, as people and bots write them. */
export interface OverlayView {
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** The kustomization as data, read as YAML 1.1. */
  readonly content: Readonly<Record<string, unknown>>;
  /** Every file that it is built from, by its path from the root, the kustomization too; but for generated/. */
  readonly texts: ReadonlyMap<string, string>;
  /** What becomes of the images that its files name, bases and component too. */
  readonly images: ImageFlow;
  /** Files below generated/ that a build of now would write in another way: nobody ran `pnpm build`. */
  readonly stale: readonly string[];
  /** Positions in the kustomization's `patches` which have a `target` and change nothing. */
  readonly inertPatches: readonly number[];
  /** ConfigMaps whose data it changes under the same name, and where: a kustomization, and the place in it. */
  readonly changedConfigMaps: readonly {
    readonly name: string;
    readonly namespace: string | undefined;
    readonly file: string;
    readonly place: readonly (string | number)[];
  }[];
  /** Secrets that SOPS has encrypted whose keys kustomize writes in another order. */
  readonly reordered: readonly ReorderedSecret[];
  /** Kustomizations that it builds on, and other environments as well. Undefined where nobody has looked. */
  readonly shared?: readonly string[] | undefined;
  /** Flux image policies of the repository, as `namespace:name`. Undefined where nobody has looked. */
  readonly imagePolicies?: readonly string[] | undefined;
}
