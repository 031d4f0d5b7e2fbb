import { isDeepStrictEqual } from "node:util";
import type { ObjectChange } from "../compare-objects.ts";
import type { FieldChange } from "../diff/change.ts";
import { ownersOf } from "./field-owners.ts";
import { imageOf } from "./images.ts";

/** What differs in the overlay of an environment. */
export interface OverlayChange {
  /** Its kustomization, from the repository's root. */
  readonly file: string;
  /** Whether anything but its `images:` differs. */
  readonly changed: boolean;
  /** The images whose entry under `images:` differs, by the names that are deployed, before and after. */
  readonly images: readonly string[];
}

/** Who made a change, and in which files: where both changed, either may have. */
export interface Origin {
  /** `cluster` is who has set a value there that a sync takes back. */
  readonly by: "overlay" | "package" | "either" | "cluster";
  /** Of `cluster` the names of field managers. */
  readonly files: readonly string[];
}

/** Who made the changes of an object: undefined where the caller did not say where objects come from. */
export function originsOf({ source, fields, op, owners }: ObjectChange, overlay: OverlayChange | undefined) {
  const ofPackage = source?.changed === true ? source.file : undefined;
  // What follows an image, such as a label, differs too.
  const mayBeOverlay = overlay?.changed === true || (ofPackage === undefined && (overlay?.images.length ?? 0) > 0);
  const ofOverlay = mayBeOverlay ? overlay?.file : undefined;
  const both = originOf(ofPackage, ofOverlay);
  const field = (change: FieldChange): Origin | undefined => {
    if (owners !== undefined) return originInCluster(ownersOf(change, owners));
    return overlay !== undefined && isSetBy(overlay, change) ? originOf(undefined, overlay.file) : both;
  };
  const origins = fields.map(field);
  const [first] = origins;
  const isOne = first !== undefined && origins.every((one) => isDeepStrictEqual(one, first));
  // What the bases and components have, an overlay only takes in.
  return { field, object: op === "changed" && isOne ? first : both };
}

function originOf(ofPackage: string | undefined, ofOverlay: string | undefined): Origin | undefined {
  if (ofPackage === undefined) return ofOverlay === undefined ? undefined : { by: "overlay", files: [ofOverlay] };
  if (ofOverlay === undefined) return { by: "package", files: [ofPackage] };
  return { by: "either", files: [ofPackage, ofOverlay] };
}

function originInCluster(managers: readonly string[]): Origin | undefined {
  return managers.length === 0 ? undefined : { by: "cluster", files: managers };
}

function isSetBy({ images }: OverlayChange, { path, before, after }: FieldChange): boolean {
  if (!/ontainers\[[^\]]*\]\.image$/.test(path)) return false;
  const known = new Set(images.map((name) => imageOf(name).name));
  return [before, after].some((value) => typeof value === "string" && known.has(imageOf(value).name));
}
