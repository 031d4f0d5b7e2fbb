import { commonLabels } from "./common-labels.ts";
import { configMapPatched } from "./config-map-patched.ts";
import { deprecatedKustomizationField } from "./deprecated-kustomization-field.ts";
import { fluxMarker } from "./flux-marker.ts";
import { imagesEntryOverridden } from "./images-entry-overridden.ts";
import { imagesEntryPattern } from "./images-entry-pattern.ts";
import { objectDuplicate } from "./object-duplicate.ts";
import { patchWithoutEffect } from "./patch-without-effect.ts";
import { readingDiffers } from "./reading-differs.ts";
import { renderedStale } from "./rendered-stale.ts";
import { replacementOldTag } from "./replacement-old-tag.ts";
import { tagAndDigest } from "./tag-and-digest.ts";
import { tagUnquoted } from "./tag-unquoted.ts";

/** What kustomize passes over in silence in an overlay's own files. */
export const kustomize = [
  commonLabels,
  configMapPatched,
  deprecatedKustomizationField,
  fluxMarker,
  imagesEntryOverridden,
  imagesEntryPattern,
  objectDuplicate,
  patchWithoutEffect,
  readingDiffers,
  renderedStale,
  replacementOldTag,
  tagAndDigest,
  tagUnquoted,
] as const;
