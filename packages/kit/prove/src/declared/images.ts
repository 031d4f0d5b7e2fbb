import { mapOf, textOf, type Json, type JsonObject } from "@kit/kube";
import { any, deep, tokens, type Segment } from "./claim.ts";
import { claim, everything, type DeclaringField } from "./declared.ts";
import { fieldSpecKind, fieldSpecPath } from "./field-spec.ts";

// Where kustomize looks for images at any depth of any kind; since 5.8 also in image volumes.
const places: readonly (readonly Segment[])[] = [
  ...["containers", "initContainers"].map((list) => [deep, ...tokens(list), any, ...tokens("image")]),
  [deep, ...tokens("volumes"), any, ...tokens("image", "reference")],
];

/** What entries of `images` declare: images with one of their names. */
export function readImages(field: DeclaringField, entries: readonly Json[], specs: readonly JsonObject[]): void {
  const names = entries.map((entry) => textOf(mapOf(entry)["name"])).filter((name) => name !== undefined);
  if (names.length === 0) return;
  const patterns = names.map(patternOf);
  const accepts = (wanted: Json | undefined): boolean =>
    typeof wanted === "string" && patterns.some((matches) => matches(wanted));
  const effect = { type: "value", accepts } as const;
  for (const place of places) claim(field, everything, place, effect);
  for (const spec of specs) claim(field, fieldSpecKind(spec), fieldSpecPath(spec), effect);
}

// kustomize takes the name as a regular expression (api/internal/image/image.go).
function patternOf(name: string): (image: string) => boolean {
  try {
    const pattern = new RegExp(`^(?:${name})(?::[\\w.{}-]*)?(?:@sha256:[\\w.{}-]*)?$`);
    return (image) => pattern.test(image);
  } catch {
    return () => true;
  }
}
