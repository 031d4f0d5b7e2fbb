import {
  imageFlow,
  isKustomization,
  kustomizationOf,
  readFolders,
  splitImage,
  type EntryPlace,
  type ImageFlow,
} from "@kit/kustomize";
import type { OverlayChange } from "@kit/review";
import { toJson } from "@kit/yaml";
import type { Snapshot } from "../snapshots/snapshot.ts";

/** What differs in the overlay of an environment; undefined where neither side has one. */
export function reviewOverlay(environment: string, before: Snapshot, after: Snapshot): OverlayChange | undefined {
  const folder = `overlays/${environment}`;
  const [own, others] = [filesOf(folder, before), filesOf(folder, after)];
  const isOwn = (path: string): boolean => path.startsWith(`${folder}/`) && isKustomization(path);
  const file = [...others.keys(), ...own.keys()].find(isOwn);
  if (file === undefined) return undefined;
  const paths = [...new Set([...own.keys(), ...others.keys()])].filter((path) => own.get(path) !== others.get(path));
  if (paths.length === 0) return { file, changed: false, images: [] };
  const [was, is] = [imageFlow(folder, before.files), imageFlow(folder, after.files)];
  const [said, says] = [was, is].map(({ entries }) => new Set(entries.map(textOf)));
  return {
    file,
    changed: paths.some((path) => withoutImages(path, own.get(path)) !== withoutImages(path, others.get(path))),
    images: [...new Set([...namesOf(was, (text) => !says!.has(text)), ...namesOf(is, (text) => !said!.has(text))])],
  };
}

/** The files of an overlay, and of the folders that it builds on, but for what the build writes. */
function filesOf(overlay: string, { files }: Snapshot): ReadonlyMap<string, string> {
  const folders = [...readFolders(overlay, files).levels.keys(), overlay].filter(
    (one) => !one.startsWith("generated/"),
  );
  return new Map([...files].filter(([path]) => folders.some((folder) => path.startsWith(`${folder}/`))));
}

/** Its content as a text, whatever it says of images. */
function withoutImages(path: string, text: string | undefined): string | undefined {
  if (text === undefined || !isKustomization(path) || !/["']?\bimages["']?:/.test(text)) return text;
  const { images: _images, ...rest } = kustomizationOf(text);
  // What is not YAML is for the build to refuse.
  return Object.keys(rest).length === 0 ? text : toJson(rest);
}

/** An entry, wherever it stands in its list. */
function textOf({ file, field, entry }: EntryPlace): string {
  return JSON.stringify([file, field, entry]);
}

/** The names under which images are deployed that some entries set. */
function namesOf({ entries, images }: ImageFlow, isAsked: (text: string) => boolean): string[] {
  const asked = new Set(entries.filter((place) => isAsked(textOf(place))));
  const named = [...asked].flatMap(({ entry }) => entry.newName ?? entry.name ?? []);
  const set = images.filter(({ steps }) => steps.some(({ by }) => asked.has(by)));
  return [...named, ...set.map(({ final }) => splitImage(final).name)];
}
