import type { ImageEntry } from "@kit/kustomize";
import type { Document } from "../input/document.ts";
import type { ObjectId } from "../input/identity.ts";

/** An environment, with everything that says what it deploys. */
export interface EnvironmentSide {
  readonly id: string;
  /** The namespace of its objects that say none, and the files that say it; undefined where nobody does. */
  readonly namespace: { readonly name: string; readonly sources: readonly string[] } | undefined;
  /** What is rendered. */
  readonly documents: readonly Document[];
  readonly overlay: OverlayFacts;
  /** The bases that its overlay has. */
  readonly bases: readonly Part[];
  /** Its component: objects that only it has, and patches. */
  readonly component: readonly Part[];
}

/** What an overlay says by itself. */
export interface OverlayFacts {
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** The entries that set images, in the order in which kustomize takes them; those of the folders it builds on too. */
  readonly images: readonly (ImageEntry & {
    /** The file that has it. Default: the overlay's kustomization. */
    readonly file?: string;
  })[];
  /** Whether it copies something from one field to others, such as an image's tag into labels. */
  readonly hasReplacements: boolean;
  /** Its other files of YAML: patches, and objects. */
  readonly files: readonly Document[];
}

/** A generated file that a kustomize build reads. */
export interface Part {
  readonly document: Document;
  /** The object that it patches, as JSON 6902; undefined where it has an object. */
  readonly patches: Omit<ObjectId, "namespace"> | undefined;
  /** What to change to have it otherwise: packages, and the environment's file. */
  readonly sources: readonly string[];
}
