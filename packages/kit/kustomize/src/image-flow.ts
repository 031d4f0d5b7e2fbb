import { listOf, mapOf } from "@kit/kube";
import { fieldSpec, imageSpecs, imageSpecsIn, imageVolumeSpecs, mergeSpecs, type FieldSpec } from "./field-spec.ts";
import { readFolders, type Folders, type KustomizationFolder } from "./folders.ts";
import { imageEntry, type ImageEntry } from "./image-entry.ts";
import { fieldsIn, imageFields, isImageVolume, type ImageField } from "./image-fields.ts";
import { documentsOf, kustomizationOf, textsIn } from "./kustomization.ts";
import { patchesOf } from "./patches.ts";
import { prepareEntries, traceImage, type ImageStep } from "./trace-image.ts";
import { folderOf } from "./walk-folders.ts";

/** An entry of `images:`, or a transformer that does the same, and where it is written. */
export interface EntryPlace {
  readonly entry: ImageEntry;
  /** From the repository's root. */
  readonly file: string;
  readonly field: "images" | "imageTags" | "transformers";
  /** Its position in the field's list; of a transformer in a file of its own, among the file's documents. */
  readonly index: number;
  /** Whether its kustomization is a component, which others may have too. */
  readonly isComponent: boolean;
}

/** An image that an overlay's files name, and what becomes of it. */
export interface FlowingImage extends ImageField {
  /** The file that names it, from the repository's root. */
  readonly file: string;
  /** The name of its object, as the file has it; undefined where a patch has the image. */
  readonly object: string | undefined;
  /** What each entry that matched it made of it, in their order. */
  readonly steps: readonly ImageStep<EntryPlace>[];
  /** What is left of it in the end. Of an image volume only kustomize 5.8 and later set anything. */
  readonly final: string;
  readonly isVolume: boolean;
}

/** The images of an overlay, from the files that name them through every `images:` on their way. */
export interface ImageFlow {
  /** Those that a patch replaces are there too: what is rendered tells which. */
  readonly images: readonly FlowingImage[];
  readonly entries: readonly EntryPlace[];
  /** The fields of images that `configurations:` and transformers name, anywhere below the overlay. */
  readonly specs: readonly FieldSpec[];
  /** False where something comes from elsewhere: another repository, a chart, a program. */
  readonly isWhole: boolean;
}

/**
 * Follows the images of an overlay through its files, as kustomize goes through them: resources, then components, then
 * patches, then `images:`, then transformers, folder by folder. Objects are not built for it, and names are not
 * looked at.
 *
 * @param folder Of the overlay, such as `overlays/dev`.
 * @param files Text by path from the repository's root: all that the overlay is built from.
 */
export function imageFlow(folder: string, files: ReadonlyMap<string, string>): ImageFlow {
  const folders = readFolders(folder, files);
  const specs = [...folders.levels.values()].flatMap((level) => [
    ...configuredSpecs(level, files),
    ...transformersOf(level, files).flatMap((one) => one.specs),
  ]);
  const entries = new Map<string, EntryPlace>();
  const { images } = flowThrough(folder, { images: [], specs: [] }, { folders, files, specs, entries });
  return { images, entries: [...entries.values()], specs, isWhole: folders.isWhole };
}

interface Context {
  readonly folders: Folders;
  readonly files: ReadonlyMap<string, string>;
  readonly specs: readonly FieldSpec[];
  readonly entries: Map<string, EntryPlace>;
}

/** What flows from one folder to the next. */
interface Carried {
  readonly images: readonly FlowingImage[];
  /** The fields that the `configurations:` of the folders so far name. */
  readonly specs: readonly FieldSpec[];
}

/** @param into What a component is given; for another folder nothing. */
function flowThrough(folder: string, into: Carried, context: Context): Carried {
  const { folders, files } = context;
  const level = folders.levels.get(folder);
  if (level === undefined) return into;
  let { images, specs } = into;
  for (const path of level.resources) {
    const below = folders.levels.has(path)
      ? flowThrough(path, { images: [], specs: [] }, context)
      : { images: imagesOfFile(path, context), specs: [] };
    images = [...images, ...below.images];
    specs = mergeSpecs(specs, below.specs);
  }
  specs = mergeSpecs(specs, mergeSpecs([...imageSpecs, ...imageVolumeSpecs], configuredSpecs(level, files)));
  for (const path of level.components) {
    ({ images, specs } = flowThrough(path, { images, specs }, context));
    specs = mergeSpecs([], specs);
  }
  images = [...images, ...patchedImages(level, context)];
  images = through(images, entriesOf(level, context), specs);
  for (const { place, specs: own } of transformersOf(level, files)) {
    images = through(images, [known(place, context)], own);
  }
  return { images, specs };
}

function imagesOfFile(file: string, { files, specs }: Context): FlowingImage[] {
  const text = files.get(file) ?? "";
  // The environments of a system have its bases in common.
  const isShared = file.startsWith("generated/bases/") && specs.length === 0;
  const last = isShared ? ofBases.get(`${file}\n${text}`) : undefined;
  if (last !== undefined) return last;
  const images = specs.length === 0 && !text.includes("image") ? [] : imagesOfText(text, file, specs);
  if (isShared) ofBases.set(`${file}\n${text}`, images);
  return images;
}

const ofBases = new Map<string, FlowingImage[]>();

function imagesOfText(text: string, file: string, specs: readonly FieldSpec[]): FlowingImage[] {
  return documentsOf(text).flatMap((document) =>
    itemsOf(document).flatMap((object) => {
      const { name } = mapOf(mapOf(object)["metadata"]);
      return imageFields(object, specs).map((field) =>
        flowing(field, file, typeof name === "string" ? name : undefined),
      );
    }),
  );
}

/** kustomize unpacks lists. */
function itemsOf(document: unknown): readonly unknown[] {
  const { kind, items } = mapOf(document);
  return typeof kind === "string" && kind.endsWith("List") && Array.isArray(items) ? items : [document];
}

function patchedImages(level: KustomizationFolder, { files, specs }: Context): FlowingImage[] {
  return patchesOf(level, files).flatMap(({ file, kind, documents }) =>
    documents.flatMap((document) => {
      if (!Array.isArray(document)) return imageFields(document, specs).map((field) => flowing(field, file));
      return document.flatMap((operation) => {
        const { op, path, value } = mapOf(operation);
        if ((op !== "add" && op !== "replace") || typeof path !== "string") return [];
        const of = { apiVersion: undefined, kind, specs };
        return fieldsIn(value, pointer(path), of).map((field) => flowing(field, file));
      });
    }),
  );
}

function pointer(path: string): (string | number)[] {
  const steps = path.split("/").slice(1);
  return steps.map((step) =>
    step === "-" || /^\d+$/.test(step) ? 0 : step.replaceAll("~1", "/").replaceAll("~0", "~"),
  );
}

function flowing(field: ImageField, file: string, object?: string): FlowingImage {
  return { ...field, file, object, steps: [], final: field.reference, isVolume: isImageVolume(field) };
}

function through(
  images: readonly FlowingImage[],
  entries: readonly EntryPlace[],
  specs: readonly FieldSpec[],
): FlowingImage[] {
  const prepared = prepareEntries(entries);
  return images.map((image) => {
    const steps = traceImage(image, image.final, prepared, specs);
    return steps.length === 0 ? image : { ...image, steps: [...image.steps, ...steps], final: steps.at(-1)!.after };
  });
}

function entriesOf({ file, content }: KustomizationFolder, context: Context): EntryPlace[] {
  const isComponent = content["kind"] === "Component";
  return (["images", "imageTags"] as const).flatMap((field) =>
    listOf(content[field]).map((written, index) =>
      known({ entry: imageEntry(written), file, field, index, isComponent }, context),
    ),
  );
}

/** The same object each time that a folder is built on again. */
function known(place: EntryPlace, { entries }: Context): EntryPlace {
  const key = [place.file, place.field, place.index].join("\n");
  const own = entries.get(key) ?? place;
  entries.set(key, own);
  return own;
}

function configuredSpecs({ folder, content }: KustomizationFolder, files: ReadonlyMap<string, string>): FieldSpec[] {
  return textsIn(content, "configurations").reduce<FieldSpec[]>((specs, path) => {
    const text = files.get(folderOf(folder, path));
    return text === undefined ? specs : mergeSpecs(specs, mergeSpecs([], imageSpecsIn(kustomizationOf(text))));
  }, []);
}

/** The ImageTagTransformers of a folder, each with the fields that it looks at. */
function transformersOf(
  { file, content, transformers }: KustomizationFolder,
  files: ReadonlyMap<string, string>,
): { place: EntryPlace; specs: FieldSpec[] }[] {
  const configs = transformers.flatMap((one) =>
    "inline" in one
      ? documentsOf(one.inline).map((config) => ({ config, file, index: one.index }))
      : documentsOf(files.get(one.path) ?? "").map((config, index) => ({ config, file: one.path, index })),
  );
  return configs.flatMap(({ config, ...where }) => {
    const { apiVersion, kind, imageTag, fieldSpecs } = mapOf(config);
    if (apiVersion !== "builtin" || kind !== "ImageTagTransformer") return [];
    const isComponent = content["kind"] === "Component";
    const place: EntryPlace = { entry: imageEntry(imageTag), field: "transformers", isComponent, ...where };
    return [{ place, specs: listOf(fieldSpecs).flatMap(fieldSpec) }];
  });
}
