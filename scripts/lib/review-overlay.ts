import type { OverlayChange } from "@kit/review";
import { load } from "js-yaml";
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
  try {
    const { images: _images, ...rest } = load(text) as Record<string, unknown>;
    return JSON.stringify(rest);
  } catch {
    return text;
  }
}

interface ImageEntry {
  readonly name: string;
  readonly newName?: string;
}

/** Its `images:` by the names that they stand for. An overlay that is not YAML is for the build to refuse. */
function imagesIn(text: string | undefined): ReadonlyMap<string, ImageEntry> {
  try {
    const { images = [] } = (load(text ?? "{}") ?? {}) as { readonly images?: readonly ImageEntry[] };
    return new Map(images.map((entry) => [entry.name, entry]));
  } catch {
    return new Map();
  }
}

function deployedName(entry: ImageEntry | undefined): string[] {
  return entry === undefined ? [] : [entry.newName ?? entry.name];
}
