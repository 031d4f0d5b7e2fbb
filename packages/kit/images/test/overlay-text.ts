import { imageFlow } from "@kit/kustomize";
import type { OverlayText } from "../src/index.ts";

/** The overlay of an environment with its kustomization, and what else it is built from. */
export function overlayText(id: string, text: string, others: Readonly<Record<string, string>> = {}): OverlayText {
  const file = `overlays/${id}/kustomization.yaml`;
  const texts = new Map(Object.entries({ ...others, [file]: text }));
  return { id, file, text, texts, flow: imageFlow(`overlays/${id}`, texts) };
}
