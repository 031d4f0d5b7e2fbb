import { listOf, mapOf, textOf } from "@kit/kube";
import { imageEntry, isKustomization, kustomizationOf, replacementsOf, type ImageEntry } from "@kit/kustomize";
import type { Path } from "@kit/schema";
import type { OverlayView } from "./view/index.ts";

type Kustomization = Readonly<Record<string, unknown>>;

/** The kustomizations of an overlay and of the folders below overlays/ that it builds on, by their files; its own first. */
export function kustomizationsOf({ file, content, texts }: OverlayView): [file: string, content: Kustomization][] {
  const others = [...texts].filter(([path]) => path !== file && isKustomization(path));
  return [[file, content], ...others.map(([path, text]): [string, Kustomization] => [path, kustomizationOf(text)])];
}

/** An entry of `images:`, or of the deprecated `imageTags:`. */
export interface WrittenEntry {
  readonly entry: ImageEntry;
  /** As it is written, whatever it is. */
  readonly written: Kustomization;
  readonly path: Path;
}

/** The entries of a kustomization, in the order in which kustomize takes them. */
export function imageEntries(kustomization: Kustomization): WrittenEntry[] {
  return ["images", "imageTags"].flatMap((field) =>
    listOf(kustomization[field]).map((written, index) => ({
      entry: imageEntry(written),
      written: mapOf(written),
      path: [field, index],
    })),
  );
}

/** A replacement that copies from an image. */
export interface ImageReplacement {
  readonly file: string;
  readonly path: Path;
  readonly kind: string;
  readonly name: string;
  /** A container's name, or its position. */
  readonly container: string | number;
}

/** The replacements of a kustomization that copy from a container's image. */
export function imageReplacements(
  file: string,
  kustomization: Kustomization,
  texts: OverlayView["texts"],
): ImageReplacement[] {
  return replacementsOf(file, kustomization, texts).flatMap(({ replacement, ...place }) => {
    const { kind, name, fieldPath } = mapOf(replacement["source"]);
    const [matched, named, position] = imagePath.exec(textOf(fieldPath) ?? "") ?? [];
    if (matched === undefined) return [];
    const container = named ?? Number(position);
    return [{ ...place, kind: textOf(kind) ?? "", name: textOf(name) ?? "", container }];
  });
}

const imagePath = /(?:^|\.)(?:containers|initContainers)\.(?:\[name=([^\]]+)\]|(\d+))\.image$/;
