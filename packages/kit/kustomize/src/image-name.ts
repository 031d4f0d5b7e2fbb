import { createRequire } from "node:module";
import type { RE2JS as GoExpressions } from "re2js";

/** Whether an image reference, with its tag and digest, is one that an entry's `name` stands for. */
export type ImageMatcher = (reference: string) => boolean;

const known = new Map<string, ImageMatcher | undefined>();

/**
 * What the `name` of an `images:` entry matches: kustomize takes it for a regular expression of Go, as it is written,
 * before an optional tag and digest. So `r.io/img` also matches `rxio/img`.
 *
 * Undefined where it is not a regular expression: kustomize crashes on it.
 *
 * @see https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/image/image.go
 */
export function imageMatcher(name: string): ImageMatcher | undefined {
  if (!known.has(name)) known.set(name, makeMatcher(name));
  return known.get(name);
}

/** A part of an image reference, as kustomize takes it apart. */
export interface SplitImage {
  readonly name: string;
  /** Empty where there is none. */
  readonly tag: string;
  readonly digest: string;
}

/** Takes an image reference apart as kustomize does: at the first colon or at-sign behind the first slash. */
export function splitImage(reference: string): SplitImage {
  const from = Math.max(0, reference.indexOf("/"));
  const [at, colon] = [reference.indexOf("@", from), reference.indexOf(":", from)];
  if (at === -1 && colon === -1) return { name: reference, tag: "", digest: "" };
  if (at !== -1 && (colon === -1 || at < colon)) {
    return { name: reference.slice(0, at), tag: "", digest: reference.slice(at + 1) };
  }
  const end = at === -1 ? reference.length : at;
  return { name: reference.slice(0, colon), tag: reference.slice(colon + 1, end), digest: reference.slice(end + 1) };
}

/** The name of an entry that matches an image alone: every character that stands for more is escaped. */
export function exactName(image: string): string {
  return image.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** The one image that a name is meant for; undefined where it is written as a regular expression for several. */
export function imageMeant(name: string): string | undefined {
  const plain = name.replaceAll(/\\([.\-+/])/g, "$1");
  return /^[\w./:@-]+$/.test(plain) ? plain : undefined;
}

// A digest of another algorithm than sha256 is no part of what a released kustomize matches.
const end = "(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$";
const endPattern = new RegExp(`^${end}`);
// Characters, and the dot, which is any of them.
const simple = /^(?:[\w./:@-]|\\[.\-+/])*$/;

function makeMatcher(name: string): ImageMatcher | undefined {
  if (simple.test(name)) return simpleMatcher(name);
  try {
    const pattern = goExpressions().compile(`^${name}${end}`);
    return (reference) => pattern.matcher(reference).find();
  } catch {
    return undefined;
  }
}

/** Nearly every name is of this kind, and a large overlay has a thousand entries for as many images. */
function simpleMatcher(name: string): ImageMatcher {
  const characters = name.match(/\\.|./g) ?? [];
  const pieces: { readonly at: number; text: string }[] = [{ at: 0, text: "" }];
  characters.forEach((character, index) => {
    if (character === ".") pieces.push({ at: index + 1, text: "" });
    else pieces.at(-1)!.text += character.at(-1)!;
  });
  const { length } = characters;
  return (reference) =>
    reference.length >= length &&
    pieces.every(({ at, text }) => reference.startsWith(text, at) && (at === 0 || reference[at - 1] !== "\n")) &&
    (reference.length === length || endPattern.test(reference.slice(length)));
}

/** Go's regular expressions. They take 15 ms to load, and hardly any overlay needs them. */
function goExpressions(): typeof GoExpressions {
  const { RE2JS } = createRequire(import.meta.url)("re2js") as { readonly RE2JS: typeof GoExpressions };
  return RE2JS;
}
