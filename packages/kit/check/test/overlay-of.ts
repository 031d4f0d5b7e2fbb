import type { OverlayView } from "../src/view/index.ts";

/** The overlay `dev` with what a test names of it, and nothing wrong. */
export function overlayOf(
  written: Partial<Omit<OverlayView, "texts">> & { readonly texts?: Readonly<Record<string, string>> },
): OverlayView {
  const { texts = {}, ...facts } = written;
  return {
    file: "overlays/dev/kustomization.yaml",
    content: {},
    stale: [],
    inertPatches: [],
    changedConfigMaps: [],
    ...facts,
    texts: new Map(Object.entries(texts)),
  };
}
