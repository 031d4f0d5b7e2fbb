import type { ImageEntry } from "@kit/kustomize";
import type { ImageReference, ImageVersion } from "@kit/model";
import { isScalar } from "yaml";
import { restOfLine } from "./edit-text.ts";
import { entryNodes, fieldOf, type EntryNode } from "./overlay-document.ts";

/** An entry of a kustomization's `images:` with a name. */
export interface OverlayImage extends ImageEntry {
  /** The image as the base writes it. */
  readonly name: string;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** What Flux's marker behind the version names, such as `flux-system:web:tag`. */
  readonly policy?: string;
}

/**
 * The entries of `images:` that have a name, in their order. A tag without quotes is what its author wrote: `1.10`, not
 * the number.
 *
 * @param text A kustomization, which is valid YAML.
 */
export function overlayImages(text: string): OverlayImage[] {
  return entryNodes(text).flatMap((node): OverlayImage[] => {
    const { name, ...fields } = texts(node);
    const policy = policyOf(text, node);
    return name === undefined
      ? []
      : [{ ...fields, name, index: node.index, ...(policy === undefined ? {} : { policy }) }];
  });
}

function policyOf(text: string, { map }: EntryNode): string | undefined {
  const fields = map === undefined ? [] : (["newTag", "digest"] as const).map((name) => fieldOf(map, name));
  const rests = fields.map((field) => (field === undefined ? "" : restOfLine(text, field)));
  return /#.*"\$imagepolicy"\s*:\s*"([^"]+)"/.exec(rests.join("\n"))?.[1];
}

function texts(node: EntryNode): Partial<OverlayImage> {
  const fields = (["name", "newName", "newTag", "digest"] as const).flatMap((field) => {
    const text = textOf(node, field);
    return text === undefined || text === "" ? [] : [[field, text]];
  });
  return Object.fromEntries(fields) as Partial<OverlayImage>;
}

function textOf({ map, data }: EntryNode, field: string): string | undefined {
  const value = data[field];
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return undefined;
  const written = map === undefined ? undefined : fieldOf(map, field)?.value;
  return isScalar(written) ? written.source : undefined;
}

/** The version that an entry sets. Renovate writes a digest behind the tag: `1.0@sha256:…`. */
function versionOf({ newTag, digest }: ImageEntry): ImageVersion {
  const [tag, pinned] = newTag?.split("@", 2) ?? [];
  return { tag, digest: digest ?? pinned };
}

/** The reference that an entry makes of its image. Without tag and digest it has those of the base. */
export function referenceOf(entry: OverlayImage): ImageReference {
  return { repository: entry.newName ?? entry.name, ...versionOf(entry) };
}
