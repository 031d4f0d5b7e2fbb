import { isDeepStrictEqual } from "node:util";
import { isMap } from "@kit/kube";
import { applyEntry } from "@kit/kustomize";
import type { FieldChange } from "../diff/change.ts";
import type { SideObject } from "./side-objects.ts";
import type { EnvironmentSide, OverlayFacts } from "./side.ts";
import { keyedSteps, valueAt } from "./value-at.ts";

/** What made an environment's value: `overlay` is what an overlay sets that is there for images. */
type SaidBy = "base" | "component" | "images" | "namespace" | "overlay";

/** Who says what an environment has, and in which files. */
export interface Says {
  readonly by: SaidBy;
  readonly files: readonly string[];
}

/** An environment's object, and what it is made of. */
export interface Side {
  readonly environment: EnvironmentSide;
  /** Without the values of Secrets; undefined where it has no such object. */
  readonly data: unknown;
  readonly parts: SideObject;
  readonly namespace: string | undefined;
}

/** Who says the value that an environment has in a field. */
export function saysOf(side: Side, field: FieldChange, value: unknown): Says {
  const { environment, data, parts, namespace } = side;
  const steps = keyedSteps(field.steps);
  const base = valueAt(parts.made?.data, steps);
  const wanted = valueAt(parts.patched?.data ?? parts.made?.data, steps);
  if (parts.made !== undefined && isDeepStrictEqual(valueAt(data, steps), wanted)) {
    if (!isDeepStrictEqual(base, wanted)) return { by: "component", files: parts.patched?.part.sources ?? [] };
    return parts.made.isOwn ? { by: "component", files: parts.made.part.sources } : { by: "base", files: [] };
  }
  const { overlay } = environment;
  const file = [overlay.file];
  if (isEncrypted(data)) return saysObject(side);
  const entries = imageFiles(overlay, wanted, value);
  if (entries.length > 0) return { by: "images", files: entries };
  if (overlay.hasReplacements && isLabel(field) && isTag(overlay, value)) return { by: "images", files: file };
  if (field.steps.at(-1) === "namespace" && value === namespace) {
    return { by: "namespace", files: environment.namespace?.sources ?? [] };
  }
  return { by: "overlay", files: parts.overlayFiles.length === 0 ? file : parts.overlayFiles };
}

/** Who says that an environment has an object at all. */
export function saysObject({ environment, data, parts }: Side): Says {
  const { made, overlayFiles } = parts;
  if (made !== undefined) return { by: made.isOwn ? "component" : "base", files: made.part.sources };
  const files = overlayFiles.length === 0 ? [environment.overlay.file] : overlayFiles;
  return { by: isEncrypted(data) ? "component" : "overlay", files };
}

/** The environment's contract says that such a Secret is there, and each environment has its own values. */
function isEncrypted(data: unknown): boolean {
  return isMap(data) && data["kind"] === "Secret" && data["sops"] !== undefined;
}

/** The files whose entries make a value of what was there before; none where they do not. */
function imageFiles({ images, file }: OverlayFacts, base: unknown, value: unknown): string[] {
  if (typeof base !== "string" || typeof value !== "string") return [];
  let image = base;
  const files: string[] = [];
  for (const entry of images) {
    const made = applyEntry(image, entry);
    if (made === undefined) continue;
    image = made;
    files.push(entry.file ?? file);
  }
  return image === value ? [...new Set(files)] : [];
}

function isLabel({ steps }: FieldChange): boolean {
  return steps.at(-2) === "labels";
}

function isTag({ images }: OverlayFacts, value: unknown): boolean {
  return value !== undefined && images.some(({ newTag, digest }) => value === newTag || value === digest);
}
