import type { OverlayChange } from "@kit/review";
import { readKustomization, toJson, type DataMap } from "@kit/yaml";
import type { Snapshot } from "./snapshot.ts";

/** What is another in the overlay of an environment; undefined where neither side has one. */
export function reviewOverlay(environment: string, before: Snapshot, after: Snapshot): OverlayChange | undefined {
  const [own, others] = [filesOf(environment, before), filesOf(environment, after)];
  const file = [...others.keys(), ...own.keys()].find(isKustomization);
  if (file === undefined) return undefined;
  const [was, is] = [imagesIn(own.get(file)), imagesIn(others.get(file))];
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => JSON.stringify(was.get(name)) !== JSON.stringify(is.get(name)),
  );
  const paths = [...new Set([...own.keys(), ...others.keys()])];
  return {
    file,
    changed: paths.some((path) => withoutImages(own.get(path)) !== withoutImages(others.get(path))),
    images: [...new Set(names.flatMap((name) => [was.get(name), is.get(name)]).flatMap(deployedName))],
  };
}

/** Whether a file is one by its name, in a folder. */
export function isKustomization(path: string): boolean {
  return /\/(?:kustomization\.ya?ml|Kustomization)$/.test(path);
}

function filesOf(environment: string, { files }: Snapshot): ReadonlyMap<string, string> {
  return new Map([...files].filter(([path]) => path.startsWith(`overlays/${environment}/`)));
}

/** Its content as a text, whatever it says of images. */
function withoutImages(text: string | undefined): string | undefined {
  if (text === undefined || !/^images:/m.test(text)) return text;
  const { images: _images, ...rest } = contentOf(text);
  return toJson(rest);
}

/** An overlay that is not YAML is for the build to refuse. */
function contentOf(text: string): DataMap {
  const data = readKustomization(text)?.data;
  return typeof data === "object" && data !== null && !Array.isArray(data) ? data : {};
}

interface ImageEntry {
  readonly name: string;
  readonly newName?: string;
}

/** Its `images:` by the names that they stand for. */
function imagesIn(text: string | undefined): ReadonlyMap<string, ImageEntry> {
  const { images } = contentOf(text ?? "");
  const entries = Array.isArray(images) ? (images as unknown as (ImageEntry | null)[]) : [];
  return new Map(entries.flatMap((entry) => (entry === null ? [] : [[entry.name, entry]])));
}

function deployedName(entry: ImageEntry | undefined): string[] {
  return entry === undefined ? [] : [entry.newName ?? entry.name];
}
