import { addToList } from "../kustomization/edit-kustomization.ts";
import type { EnvironmentInUse, OverlayPart, SystemFacts } from "./facts.ts";
import { folderOf, joinedPath, relativePath } from "./paths.ts";

/** An image and the version that overlays are to set. */
export interface ImageToSet {
  readonly name: string;
  readonly tag: string;
  /** Where it is pulled from. Undefined: as the images beside it. */
  readonly newName: string | undefined;
}

/**
 * The overlays of a system with one more base, and one more image: each kustomization that lists the bases of an environment or
 * the images of its services, once where several environments share it.
 *
 * @param image Undefined where none is to be set.
 * @returns The texts by file, those that change.
 */
export function withService(facts: SystemFacts, service: string, image: ImageToSet | undefined): Map<string, string> {
  const texts = new Map<string, string>();
  const textOf = ({ file, text }: OverlayPart): string => texts.get(file) ?? text;
  for (const environment of facts.environments.filter(({ services }) => services === undefined)) {
    const base = `generated/bases/${facts.names.system}/${service}`;
    const bases = fileWithBases(facts, environment);
    if (!environment.overlay.some((one) => basesIn(one).includes(base))) {
      if (!isListed(texts, bases, base)) {
        const entry = relativePath(folderOf(bases.file), base);
        texts.set(bases.file, addToList(bases.file, textOf(bases), "resources", [entry]));
      }
    }
    if (image === undefined) continue;
    const images = fileWithImages(facts, environment) ?? bases;
    const isSet = environment.overlay.some((one) => imagesIn(one).some(({ name }) => name === image.name));
    const entry = imageEntry(image, images);
    if (!isSet && !textOf(images).includes(`${entry.join("\n    ")}\n`)) {
      texts.set(images.file, addToList(images.file, textOf(images), "images", entry));
    }
  }
  return texts;
}

/** The image that is like those of the services beside it: `todo-web` for `web` beside `todo-api` of `api`. */
export function imageLike({ names, services }: SystemFacts, service: string): string {
  for (const { name, images } of services) {
    const [own] = images;
    if (own?.endsWith(name) === true) return own.slice(0, own.length - name.length) + service;
  }
  return `${names.system}-${service}`;
}

interface ImageEntry {
  readonly name?: unknown;
  readonly newName?: unknown;
}

function imageEntry({ name, tag, newName }: ImageToSet, { content }: OverlayPart): string[] {
  const from = newName ?? registryLike(name, listIn(content, "images"));
  return [`name: ${name}`, ...(from === undefined ? [] : [`newName: ${from}`]), `newTag: ${JSON.stringify(tag)}`];
}

/** Where an image is pulled from whose name the others' registry is put before. */
function registryLike(name: string, entries: readonly ImageEntry[]): string | undefined {
  const registries = entries.map(({ name: own, newName }) =>
    typeof own === "string" && typeof newName === "string" && newName.endsWith(`/${own}`)
      ? newName.slice(0, newName.length - own.length)
      : undefined,
  );
  const [first] = registries.filter((one) => one !== undefined);
  return first !== undefined && registries.every((one) => one === undefined || one === first)
    ? first + name
    : undefined;
}

function fileWithBases({ names }: SystemFacts, { overlay }: EnvironmentInUse): OverlayPart {
  const own = `generated/bases/${names.system}/`;
  return overlay.find((one) => basesIn(one).some((path) => path.startsWith(own))) ?? overlay[0]!;
}

function fileWithImages({ services }: SystemFacts, { overlay }: EnvironmentInUse): OverlayPart | undefined {
  const own = new Set(services.flatMap(({ images }) => images));
  return overlay.find((one) => imagesIn(one).some(({ name }) => typeof name === "string" && own.has(name)));
}

function isListed(texts: ReadonlyMap<string, string>, { file }: OverlayPart, base: string): boolean {
  const entry = relativePath(folderOf(file), base);
  return texts.get(file)?.includes(`- ${entry}\n`) === true;
}

function basesIn({ file, content }: OverlayPart): string[] {
  const entries = [...listIn(content, "resources"), ...listIn(content, "bases")] as readonly unknown[];
  return entries.filter((one) => typeof one === "string").map((path) => joinedPath(folderOf(file), path));
}

function imagesIn({ content }: OverlayPart): ImageEntry[] {
  return listIn(content, "images");
}

function listIn(content: OverlayPart["content"], field: string): ImageEntry[] {
  const list = content[field];
  return Array.isArray(list) ? (list as ImageEntry[]) : [];
}
