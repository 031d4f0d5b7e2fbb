import type { ImageFlow } from "@kit/kustomize";

/** The overlay of an environment. */
export interface OverlayText {
  /** The environment's id. */
  readonly id: string;
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** What the file has: valid YAML. */
  readonly text: string;
  /** All that it is built from, by path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What becomes of the images in it. */
  readonly flow: ImageFlow;
  /**
   * The overlays of the other environments that are built from a file which people write, such as
   * `overlays/prod-base/kustomization.yaml`. Undefined where nobody knows them: then nothing but the environment's own file is
   * changed.
   */
  readonly sharedWith?: ((file: string) => readonly OverlayText[]) | undefined;
}
