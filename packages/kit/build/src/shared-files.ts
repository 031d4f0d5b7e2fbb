import { describeIdentity, objectKey } from "@kit/kube";
import { forTerminal } from "@kit/text";
import type { Problem } from "@kit/errors";
import { renderedFiles, type EnvironmentPlace, type Rendered, type RenderedDocument } from "@kit/render";
import { writtenIn } from "./written-in.ts";

/**
 * Documents of an overlay that are one object to the API server, such as two versions of a HorizontalPodAutoscaler: the
 * one that is applied last would stay. All others have a file each, but for kinds that differ in case only.
 *
 * @param directory Where `overlays/` and `generated/` are.
 */
export function sharedFiles(directory: string, place: EnvironmentPlace, { overlay, documents }: Rendered): Problem[] {
  const files = renderedFiles(place, documents);
  const byPath = Map.groupBy(documents.keys(), (index) => files[index]![0]);
  const describe = (document: RenderedDocument): string => {
    const { apiVersion } = document;
    return forTerminal(`${describeIdentity(document)} (${apiVersion}) of ${writtenIn(directory, overlay, document)}`);
  };
  return [...byPath.values()].flatMap(([first, ...others]) =>
    others.map((index): Problem => ({
      code: "object-duplicate",
      what:
        `two documents that the overlay of "${place.id}" renders ${consequence(place, documents[first!]!, documents[index]!)}:\n` +
        `${describe(documents[first!]!)}\n${describe(documents[index]!)}`,
      where: overlay.file,
      next: "remove one of them, or rename it",
    })),
  );
}

function consequence({ namespace }: EnvironmentPlace, one: RenderedDocument, other: RenderedDocument): string {
  return objectKey(one, namespace) === objectKey(other, namespace)
    ? "are one object to the API server, which would keep the last"
    : "would be in one file, because their kinds differ in upper and lower case only";
}
