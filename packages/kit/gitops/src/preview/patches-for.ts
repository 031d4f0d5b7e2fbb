import type { JsonObject } from "@kit/kube";
import { triedRequests, type PreviewRequest } from "@kit/model";
import { filled, markedText } from "./marks.ts";
import { patchText } from "./patch-text.ts";
import type { PreviewTemplate } from "./preview-template.ts";

/** The patches of one pull request, as a kustomization has them. */
export function patchesFor({ patches }: PreviewTemplate, request: PreviewRequest): JsonObject[] {
  return patches.map((patch) => ({ target: patch.target, patch: filled(patchText(patch), request) }));
}

/** A text that follows from the pull request, with marks. */
export function triedText(of: (request: PreviewRequest) => string): string {
  const [one, other] = triedRequests.map(of);
  return markedText(one!, other!) ?? one!;
}
