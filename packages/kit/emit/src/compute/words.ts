import type { JsonObject, TypePlace } from "@kit/kube";
import type { MergeWalk } from "./merge-walk.ts";

const words = ["$entry", "$remove", "$whole"];
// kustomize's own would now be data.
const strategic = /^\$(?:patch|retainKeys|setElementOrder\/.*|deleteFromPrimitiveList\/.*)$/;

/**
 * The first key of a map that is a word of a change, or of strategic merge patches.
 *
 * @param place Where the map is; the keys of a map such as a ConfigMap's data are not words, and where
 *   nobody says what stands there, those of strategic merge patches are not either. Default: in a list.
 */
export function misplacedWord(map: JsonObject, place: TypePlace | undefined): string | undefined {
  const { type } = place ?? {};
  if (type?.type === "map") return undefined;
  const isFree = type?.type === "any" || (place?.isCustom === true && type === undefined);
  return Object.keys(map).find((key) => words.includes(key) || (!isFree && strategic.test(key)));
}

export function refuseWord(word: string, walk: MergeWalk): void {
  const place = walk.pathTo() === "" ? "the change" : walk.pathTo();
  walk.report(
    words.includes(word)
      ? {
          code: "patch-entry",
          what: `${place} has ${word}, which belongs into a list`,
          next: "write it as an entry of a list: docs/authoring.md shows each",
        }
      : {
          code: "patch-entry",
          what: `${place} has ${word}, a word of strategic merge patches, which would become a field`,
          next: "write { $remove: { <key> } } for an entry, null for a field: docs/authoring.md shows each",
        },
  );
}
