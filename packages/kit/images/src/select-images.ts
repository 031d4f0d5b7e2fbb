import { argumentProblem, didYouMean, type Problem } from "@kit/errors";
import { settableNames, settingOf } from "./image-settings.ts";
import { noImages } from "./no-images.ts";
import { overlayImages } from "./overlay-images.ts";
import type { OverlayText } from "./overlay-text.ts";

/** The images of each service of a system, without tag and digest. */
export type ServiceImages = ReadonlyMap<string, readonly string[]>;

/**
 * The images that a promotion's arguments name, each once; all that one of the overlays sets where they name none.
 * A problem for each word that is neither service nor image, and for each side that does not set some of the images.
 */
export function selectImages(
  named: readonly string[],
  services: ServiceImages,
  from: OverlayText,
  to: OverlayText,
): { names: string[]; problems: Problem[] } {
  const all = [...new Set([to, from].flatMap(settableNames))];
  // What other files set is refused, with its place, where it is asked for by its name.
  const images = [...new Set([...all, ...named.filter((word) => isSetBy(from, word) || isSetBy(to, word))])];
  const shared = images.filter((name) => isSetBy(from, name) && isSetBy(to, name));
  const known = [...services.keys(), ...images];
  const unknown = [...new Set(named)].filter((word) => !known.includes(word));
  const problems = unknown.map((word) => unknownName(word, [...services.keys()], images));
  const asked = named.flatMap((word) => services.get(word) ?? (images.includes(word) ? [word] : []));
  const names = named.length === 0 ? all : [...new Set(asked)];
  const missing = names.filter((name) => !shared.includes(name));
  const command =
    named.length === 0 && shared.length > 0 ? `pnpm promote ${from.id} ${to.id} ${shared.join(" ")}` : undefined;
  const byOverlay = Map.groupBy(missing, (name) => (isSetBy(from, name) ? to : from));
  problems.push(...[...byOverlay].map(([overlay, lacked]) => missingOn(lacked, overlay, command)));
  if (names.length === 0 && problems.length === 0) problems.push(noImage(named, from, to));
  return { names: names.filter((name) => shared.includes(name)), problems };
}

function isSetBy(overlay: OverlayText, name: string): boolean {
  return settingOf(overlay, name) !== undefined;
}

function noImage(named: readonly string[], from: OverlayText, to: OverlayText): Problem {
  const who = named.length === 0 ? `neither ${from.id} nor ${to.id} sets` : `${named.join(", ")} has`;
  return {
    code: "image-unknown",
    what: `there is nothing to promote: ${who} ${named.length === 0 ? "an" : "no"} image`,
    where: `${from.file} and ${to.file}`,
    next: "name a service with an image that the overlays have in their images:",
  };
}

function unknownName(word: string, services: readonly string[], images: readonly string[]): Problem {
  return argumentProblem(
    `no service and no image is called ${JSON.stringify(word)}`,
    `the services are: ${services.join(", ")}; ${images.length === 0 ? "no image is set" : `the images are: ${images.join(", ")}`}${didYouMean(word, [...services, ...images])}`,
    "image-unknown",
  );
}

function missingOn(names: readonly string[], { id, file, text }: OverlayText, command: string | undefined): Problem {
  if (overlayImages(text).length === 0) return noImages({ id, file }, names);
  const isOne = names.length === 1;
  const what = isOne
    ? `the image ${names[0]}: there is no such entry`
    : `these: ${names.join(", ")}: there are no entries for them`;
  const deploy = `deploy ${isOne ? "it" : "them"} there first, with ${isOne ? "an entry" : "entries"} \`- name: ${names[0]}\``;
  return {
    code: "image-unknown",
    what: `${id} does not set ${what} in its images:`,
    where: file,
    next: command === undefined ? deploy : `name what both have: \`${command}\`; or ${deploy}`,
  };
}
