import type { ImageVersion } from "@kit/model";
import { isDeepStrictEqual } from "node:util";
import { UserError } from "@kit/errors";
import { isScalar } from "yaml";
import { insertField, placeOf, removeField, restOfLine, scalarText, splice, valuePlace } from "./edit-text.ts";
import { contentOf, entryNodes, fieldOf, type EntryNode, type TextField } from "./overlay-document.ts";
import { formatVersion } from "./reference.ts";

/** What an entry of `images:` is to say. */
export interface WantedImage extends ImageVersion {
  /** What it deploys the image from. Default: as it is. */
  readonly newName?: string | undefined;
}

type FieldName = "newName" | "newTag" | "digest";

/**
 * Sets the version of an image in a kustomization, and leaves every other byte as it is: comments, order, quotes,
 * indentation, line ends.
 *
 * A tag with a digest goes into `newTag` as `1.0@sha256:…`, which Renovate reads; where the entry has a `digest` beside
 * its tag, each stays where it is.
 *
 * @param file For messages.
 * @param index Of the entry in `images:`.
 * @throws UserError where the entry cannot be changed by itself, or only against a marker of Flux.
 */
export function setImage(text: string, file: string, index: number, setting: WantedImage): string {
  const { tag, digest, newName } = setting;
  const has = nodeOf(text, index).data;
  const isApart = tag !== undefined && digest !== undefined && isText(has["newTag"]) && isText(has["digest"]);
  const wanted: Record<FieldName, string | undefined> = {
    newName,
    newTag: tag === undefined || isApart ? tag : formatVersion(setting),
    digest: tag === undefined || isApart ? digest : undefined,
  };
  const edited = editFields(text, file, index, wanted);
  if (!isDeepStrictEqual(contentOf(edited), expectedContent(text, index, wanted))) throw notByItself(text, file, index);
  return edited;
}

function editFields(
  text: string,
  file: string,
  index: number,
  wanted: Readonly<Record<FieldName, string | undefined>>,
): string {
  const { newName, newTag, digest } = wanted;
  const named = newName === undefined ? text : setField(text, index, "newName", newName);
  if (newTag !== undefined && digest !== undefined) {
    return setField(setField(named, index, "newTag", newTag), index, "digest", digest);
  }
  const [kept, left, value] =
    newTag === undefined ? (["digest", "newTag", digest!] as const) : (["newTag", "digest", newTag] as const);
  const { map } = nodeOf(named, index);
  const old = map === undefined ? undefined : fieldOf(map, left);
  if (map === undefined || old === undefined) return setField(named, index, kept, value);
  if (restOfLine(named, old).includes("$imagepolicy")) throw againstFlux(named, file, old, left);
  if (fieldOf(map, kept) !== undefined) return setField(removeField(named, map, old), index, kept, value);
  return renameField(named, old, kept, value);
}

/** Sets the value of a field, or adds the field. */
function setField(text: string, index: number, name: FieldName, value: string): string {
  const { map } = nodeOf(text, index);
  if (map === undefined) return text;
  const field = fieldOf(map, name);
  if (field !== undefined) return setValue(text, field, value, name);
  const after =
    (name === "newName" ? undefined : (fieldOf(map, "newTag") ?? fieldOf(map, "newName"))) ?? fieldOf(map, "name");
  return after === undefined
    ? text
    : insertField(text, map, after, name, scalarText(value, after.key, name === "newTag"));
}

function setValue(text: string, field: TextField, wanted: string, name: FieldName): string {
  const { value } = field;
  if (isScalar(value) && value.value === wanted) return text;
  // What ends with its line is left, and so refused.
  if (value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED") return text;
  const [start, end] = valuePlace(text, field);
  const space = text[start - 1] === ":" ? " " : "";
  return splice(text, start, end, space + scalarText(wanted, value, name === "newTag"));
}

/** A tag where a digest was, or the other way round: the line and what stands behind it stay. */
function renameField(text: string, field: TextField, name: FieldName, value: string): string {
  const [start, end] = placeOf(field.key);
  return splice(setValue(text, field, value, name), start, end, scalarText(name, field.key));
}

function nodeOf(text: string, index: number): EntryNode {
  return entryNodes(text)[index]!;
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

/** What an edit may change: the one entry, and nothing that an anchor shares with it. */
function expectedContent(
  text: string,
  index: number,
  wanted: Readonly<Record<FieldName, string | undefined>>,
): unknown {
  const content = contentOf(text) as { images: Record<string, unknown>[] };
  const { newTag: _, digest: __, ...rest } = content.images[index]!;
  const set = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const images = content.images.with(index, { ...rest, ...Object.fromEntries(set) });
  return { ...content, images };
}

function notByItself(text: string, file: string, index: number): UserError {
  const { map, data } = nodeOf(text, index);
  const first = map === undefined ? undefined : fieldOf(map, "name");
  return new UserError({
    code: "image-entry",
    what: `the images entry ${String(data["name"])} cannot be changed by itself: an anchor, an alias or a merge key is in it, or its layout is a rare one`,
    where: first === undefined ? file : `${file}:${lineOf(text, first)}`,
    next: 'write the entry out, such as `- name: web` and below it `newTag: "1.2.3"`',
  });
}

function againstFlux(text: string, file: string, field: TextField, name: FieldName): UserError {
  const [to, part] = name === "newTag" ? ["digest", "a tag"] : ["newTag", "a digest"];
  return new UserError({
    code: "image-entry",
    what: `${name} would become ${to}, and Flux would go on writing ${part} there: the line has a marker`,
    where: `${file}:${lineOf(text, field)}`,
    next: "take the marker off the line, or keep to what its policy writes",
  });
}

function lineOf(text: string, { key }: TextField): number {
  return text.slice(0, placeOf(key)[0]).split("\n").length;
}
