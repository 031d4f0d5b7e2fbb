import { isDeepStrictEqual } from "node:util";
import { parseImage } from "@kit/model/image-reference";
import { isData } from "../data.ts";
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
  if (/ontainers\[[^\]]*\]\.image$/.test(field.path) && isOfImages(overlay, wanted, value)) {
    return { by: "images", files: file };
  }
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
  return isData(data) && data["kind"] === "Secret" && data["sops"] !== undefined;
}

/** Whether an image is what the entry of its repository makes of it. */
function isOfImages({ images }: OverlayFacts, base: unknown, value: unknown): boolean {
  if (typeof base !== "string" || typeof value !== "string") return false;
  const [was, is] = [parseImage(base), parseImage(value)];
  const entry = images.find(({ name }) => name === was.repository);
  if (entry === undefined || is.repository !== (entry.newName ?? was.repository)) return false;
  const { newTag: tag = was.tag, digest } = entry;
  const [tagged, pinned] = [tag === undefined ? "" : `:${tag}`, digest === undefined ? "" : `@${digest}`];
  // With a digest, kustomize drops the tag of the base.
  return [`${tagged}${pinned}`, pinned === "" ? tagged : pinned].includes(value.slice(is.repository.length));
}

function isLabel({ steps }: FieldChange): boolean {
  return steps.at(-2) === "labels";
}

function isTag({ images }: OverlayFacts, value: unknown): boolean {
  return value !== undefined && images.some(({ newTag, digest }) => value === newTag || value === digest);
}
