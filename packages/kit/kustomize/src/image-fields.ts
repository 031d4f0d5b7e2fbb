import { isAt, type FieldSpec, type FieldPlace } from "./field-spec.ts";

/** A field of an object, or of a patch, that has an image. */
export interface ImageField extends FieldPlace {
  readonly reference: string;
}

/**
 * The fields of an object that have images: those that kustomize looks for in `containers` and `initContainers` at any
 * depth, those of image volumes, and those that specs name.
 */
export function imageFields(object: unknown, specs: readonly FieldSpec[] = []): ImageField[] {
  const { apiVersion, kind } = (object ?? {}) as Record<string, unknown>;
  return fieldsIn(object, [], {
    apiVersion: typeof apiVersion === "string" ? apiVersion : undefined,
    kind: typeof kind === "string" ? kind : undefined,
    specs,
  });
}

/** The fields of a value that stands at a path of an object. */
export function fieldsIn(
  value: unknown,
  path: FieldPlace["path"],
  of: Omit<FieldPlace, "path"> & { readonly specs: readonly FieldSpec[] },
): ImageField[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => fieldsIn(item, [...path, index], of));
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, child]: [string, unknown]) => fieldsIn(child, [...path, key], of));
  }
  if (typeof value !== "string" || value === "") return [];
  const place = { apiVersion: of.apiVersion, kind: of.kind, path };
  const isImage = isContainerImage(place) || isImageVolume(place) || of.specs.some((spec) => isAt(place, spec));
  return isImage ? [{ ...place, reference: value }] : [];
}

/** The images of objects, each as often as it is there. */
export function imagesIn(objects: readonly unknown[], specs: readonly FieldSpec[] = []): string[] {
  return objects.flatMap((object) => imageFields(object, specs)).map(({ reference }) => reference);
}

/** Whether kustomize finds the image by itself: in a list of containers, wherever that is. */
export function isContainerImage({ kind, path }: FieldPlace): boolean {
  const [list, index, key] = path.slice(-3);
  const isList = list === "containers" || list === "initContainers";
  return isList && typeof index === "number" && key === "image" && kind !== "CustomResourceDefinition";
}

export function isImageVolume({ path }: FieldPlace): boolean {
  const [list, index, image, key] = path.slice(-4);
  return list === "volumes" && typeof index === "number" && image === "image" && key === "reference";
}
