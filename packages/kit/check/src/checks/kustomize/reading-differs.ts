import { isKustomization } from "@kit/kustomize";
import { compareReadings, type TextOrBytes, type YamlDocument } from "@kit/yaml";
import { overlayCheck, type FindingDraft } from "../../define-check.ts";
import type { Finding } from "../../finding.ts";
import { saidOf } from "../../reading/said-of.ts";

export const readingDiffers = overlayCheck({
  id: "reading-differs",
  group: "kustomize",
  severity: "warning",
  title: "kubectl and kustomize read a file of objects in different ways",
  run: ({ overlay }, report) => {
    for (const [path, text] of overlay.texts) {
      if (!/\.(?:ya?ml|json)$/.test(path) || isKustomization(path) || !hasObjects(text)) continue;
      for (const { said } of differencesIn(text)) report(path, said);
    }
  },
});

/**
 * What kubectl and kustomize read in different ways in a file that belongs to no environment.
 *
 * @param documents What kubectl reads in it.
 */
export function readingDifferences(input: TextOrBytes, where: string, documents: readonly YamlDocument[]): Finding[] {
  return differencesIn(input, documents).map(({ document, said: { message, fix, path = [], position } }) => ({
    check: readingDiffers.id,
    severity: "warning",
    environment: undefined,
    object: where,
    where,
    document,
    path,
    position,
    message,
    fix,
    source: undefined,
  }));
}

interface Difference {
  readonly document: number;
  readonly said: FindingDraft;
}

function differencesIn(input: TextOrBytes, documents?: readonly YamlDocument[]): Difference[] {
  return compareReadings(input, documents).flatMap((difference) => {
    const said = saidOf(difference);
    return said === undefined ? [] : [{ document: difference.document, said: { ...said, position: difference.place } }];
  });
}

/** Beside objects, an overlay's folder has values of charts, and files that generators take in. */
function hasObjects(text: string): boolean {
  return /^\s*(?:- )?["']?kind["']?\s*:/m.test(text) && text.includes("apiVersion");
}
