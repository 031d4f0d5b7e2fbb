import type { ImageEntry } from "@kit/model";
import { readKustomization } from "@kit/yaml";
import { listOf, mapOf, textOf } from "./loose.ts";

type Kustomization = Readonly<Record<string, unknown>>;

/** Whether a file is one by its name, in a folder. */
export function isKustomization(path: string): boolean {
  return /\/(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

/** What a kustomization says. What cannot be read is kustomize's to refuse. */
export function kustomizationIn(text: string): Kustomization {
  return mapOf(readKustomization(text)?.data);
}

/** The entries of `images:` with their positions; a tag that is no text is left out. */
export function imageEntries(kustomization: Kustomization): (ImageEntry & { readonly index: number })[] {
  return listOf(kustomization["images"]).map((written, index) => {
    const entry = mapOf(written);
    const texts = (["name", "newName", "newTag", "digest"] as const).flatMap((field) => {
      const text = textOf(entry[field]);
      return text === undefined ? [] : [[field, text]];
    });
    return { ...(Object.fromEntries(texts) as ImageEntry), index };
  });
}

/** A replacement that copies from an image. */
export interface ImageReplacement {
  readonly index: number;
  readonly kind: string;
  readonly name: string;
  /** A container's name, or its position. */
  readonly container: string | number;
}

/** The inline replacements that copy from a container's image. */
export function imageReplacements(kustomization: Kustomization): ImageReplacement[] {
  return listOf(kustomization["replacements"]).flatMap((replacement, index) => {
    const { kind, name, fieldPath } = mapOf(mapOf(replacement)["source"]);
    const [matched, named, position] = imagePath.exec(textOf(fieldPath) ?? "") ?? [];
    if (matched === undefined) return [];
    const container = named ?? Number(position);
    return [{ index, kind: textOf(kind) ?? "", name: textOf(name) ?? "", container }];
  });
}

const imagePath = /(?:^|\.)(?:containers|initContainers)\.(?:\[name=([^\]]+)\]|(\d+))\.image$/;
