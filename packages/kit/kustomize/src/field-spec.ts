import { groupOf, versionOf } from "@kit/kube";

/** A field of some kinds of objects, as a `configurations:` file names it. What is left out is any. */
export interface FieldSpec {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
  /** `spec/template/image`; lists on its way are gone through, with or without `[]` behind their names. */
  readonly path: string;
}

/** Where a field is: of what kind of object, and by which keys and positions. */
export interface FieldPlace {
  /** Undefined where only a patch is known, of any object. */
  readonly apiVersion: string | undefined;
  readonly kind: string | undefined;
  readonly path: readonly (string | number)[];
}

/** The fields of images that kustomize knows by itself, beside `containers` and `initContainers` anywhere. */
export const imageSpecs: readonly FieldSpec[] = ["spec", "spec/template/spec"].flatMap((pod) =>
  ["containers[]/image", "initContainers[]/image"].map((path) => ({ path: `${pod}/${path}` })),
);

/** From 5.8 on also those of image volumes. */
export const imageVolumeSpecs: readonly FieldSpec[] = ["spec", "spec/template/spec"].map((pod) => ({
  path: `${pod}/volumes[]/image/reference`,
}));

/** What a `configurations:` file says of `images`; what is not a field is left out. */
export function imageSpecsIn(configuration: unknown): FieldSpec[] {
  const { images } = (configuration ?? {}) as { readonly images?: unknown };
  return Array.isArray(images) ? images.flatMap(fieldSpec) : [];
}

/** A field as somebody wrote it, where it has a path. */
export function fieldSpec(written: unknown): FieldSpec[] {
  const entry = (written ?? {}) as Record<string, unknown>;
  const { path } = entry;
  if (typeof path !== "string" || path === "") return [];
  const kinds = keys.flatMap((key): [string, string][] => {
    const value = entry[key];
    return typeof value === "string" && value !== "" ? [[key, value]] : [];
  });
  return [{ ...Object.fromEntries(kinds), path }];
}

/**
 * Adds fields as kustomize does, each time that a folder takes in what another one configures: what is there for all
 * kinds stays beside what is there for one, but is not added to it. Afterwards what names most comes first.
 */
export function mergeSpecs(known: readonly FieldSpec[], added: readonly FieldSpec[]): FieldSpec[] {
  const merged = [...known];
  for (const spec of added) {
    const isThere = merged.some(
      (own) => own.path === spec.path && keys.every((key) => spec[key] === undefined || spec[key] === own[key]),
    );
    if (!isThere) merged.push(spec);
  }
  return merged.toSorted((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));
}

const keys = ["group", "version", "kind"] as const;

function sortKey(spec: FieldSpec): string {
  return keys.map((key) => spec[key] ?? "~").join("_");
}

/** Whether a field is one that a spec names. */
export function isAt({ apiVersion, kind, path }: FieldPlace, spec: FieldSpec): boolean {
  const names = path.filter((step) => typeof step === "string");
  const steps = stepsOf(spec.path);
  if (names.length !== steps.length || !steps.every((step, index) => step === names[index])) return false;
  if (kind === "CustomResourceDefinition") return false;
  const says = [
    [spec.kind, kind],
    [spec.group, apiVersion === undefined ? undefined : groupOf(apiVersion)],
    [spec.version, apiVersion === undefined ? undefined : versionOf(apiVersion)],
  ];
  return says.every(([wanted, is]) => wanted === undefined || is === undefined || wanted === is);
}

/** A slash that belongs to a key has a backslash before it. */
function stepsOf(path: string): string[] {
  return path.split(/(?<!\\)\//).map((step) => step.replaceAll(String.raw`\/`, "/").replace(/\[\]$/, ""));
}
