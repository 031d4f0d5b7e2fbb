import { posix } from "node:path";
import { parseDocument } from "yaml";
import { addToList, removeFromList } from "../kustomization/edit-kustomization.ts";
import type { Draft } from "./draft.ts";
import type { LifeFacts, LifeService } from "./facts.ts";

/** What an overlay says of a service, in one of its kustomizations. */
export interface OverlayMention {
  readonly file: string;
  /** Its entries of `images:`, each in lines. */
  readonly images: readonly (readonly string[])[];
}

/** Takes a service's base out of every kustomization that lists it, with the images that no other service has there. */
export function removeFromOverlays(
  draft: Draft,
  facts: LifeFacts,
  system: string,
  service: LifeService,
): OverlayMention[] {
  const base = `generated/bases/${system}/${service.name}`;
  const files = kustomizationsOf(facts);
  return files.flatMap((file): OverlayMention[] => {
    const text = draft.read(file);
    if (text === undefined) return [];
    const isBase = (entry: unknown): boolean => leadsTo(file, entry, base);
    const without = ["resources", "bases"].reduce((rest, field) => removeFromList(file, rest, field, isBase), text);
    const kept = imagesOfOthers(facts, file, system, service.name);
    const gone = service.images.filter((image) => !kept.has(image));
    const isImage = (entry: unknown): boolean => gone.includes(nameIn(entry));
    const images = imageEntries(without, service.images);
    const own = removeFromList(file, without, "images", isImage);
    if (own !== text) draft.write(file, own);
    return own === text ? [] : [{ file, images }];
  });
}

/** Lists a service's base in a kustomization, and sets its images as they are set elsewhere, where nothing sets them there. */
export function addToOverlay(draft: Draft, file: string, base: string, images: OverlayMention["images"]): void {
  const text = draft.read(file)!;
  const path = posix.relative(posix.dirname(file), base);
  const known = new Set(imageEntries(text).map((lines) => lines[0]));
  const listed = addToList(file, text, "resources", [path]);
  const missing = images.filter((lines) => !known.has(lines[0]));
  draft.write(
    file,
    missing.reduce((rest, lines) => addToList(file, rest, "images", lines), listed),
  );
}

/** All kustomizations that overlays are made of. */
function kustomizationsOf({ systems }: LifeFacts): string[] {
  const all = systems.flatMap(({ environments }) => environments.flatMap(({ kustomizations }) => kustomizations));
  return [...new Set(all)].toSorted();
}

function leadsTo(file: string, entry: unknown, target: string): boolean {
  return typeof entry === "string" && posix.join(posix.dirname(file), entry).replace(/\/$/, "") === target;
}

/** The images of all services but one that the environments have whose overlays use a file. */
function imagesOfOthers({ systems }: LifeFacts, file: string, system: string, service: string): Set<string> {
  const images = systems.flatMap(({ name, services, environments }) => {
    const used = environments.filter(({ kustomizations }) => kustomizations.includes(file));
    const deployed = new Set(used.flatMap((one) => one.services));
    return services
      .filter((one) => deployed.has(one.name) && !(name === system && one.name === service))
      .flatMap((one) => one.images);
  });
  return new Set(images);
}

/** The entries of `images:` of some images, or of all, in lines without `- ` and comments. */
function imageEntries(text: string, of?: readonly string[]): string[][] {
  const document = parseDocument(text, { version: "1.1", prettyErrors: false });
  const { images } = (document.toJS() ?? {}) as { readonly images?: unknown };
  if (!Array.isArray(images)) return [];
  return images
    .filter((entry) => of === undefined || of.includes(nameIn(entry)))
    .map((entry) =>
      Object.entries(entry as Record<string, unknown>).map(([key, value]) => `${key}: ${scalar(key, value)}`),
    );
}

function scalar(key: string, value: unknown): string {
  const isTag = key === "newTag" || key === "digest" || !/^[\w./-]+$/.test(String(value));
  return isTag ? JSON.stringify(String(value)) : String(value);
}

function nameIn(entry: unknown): string {
  const { name } = (entry ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? name : "";
}
