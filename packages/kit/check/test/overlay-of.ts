import { imageEntry, imageFlow, type EntryPlace } from "@kit/kustomize";
import type { OverlayView } from "../src/view/index.ts";

/** The overlay `dev` with what a test names of it, and nothing wrong. */
export function overlayOf(
  written: Partial<Omit<OverlayView, "texts">> & { readonly texts?: Readonly<Record<string, string>> },
): OverlayView {
  const { texts = {}, ...facts } = written;
  const file = "overlays/dev/kustomization.yaml";
  const own = facts.content?.["images"];
  const entries = (Array.isArray(own) ? own : []).map((one, index): EntryPlace => ({
    entry: imageEntry(one),
    file,
    field: "images",
    index,
    isComponent: false,
  }));
  const files = new Map(Object.entries(texts));
  return {
    file,
    content: {},
    // Where a test does not give the kustomization itself, nothing is known of bases and components.
    images: files.has(file) ? imageFlow("overlays/dev", files) : { images: [], entries, specs: [], isWhole: false },
    stale: [],
    inertPatches: [],
    changedConfigMaps: [],
    reordered: [],
    ...facts,
    texts: files,
  };
}
