import type { ExpectedObject } from "@kit/emit";
import type { Problem } from "@kit/errors";
import type { JsonObject } from "@kit/kube";
import { belowStation, type Below, type ChangeByComponent, type Layer } from "@kit/prove";
import type { OverlayLayers, RenderOptions } from "@kit/render";
import { renderBelow } from "./below-component.ts";

/** An environment whose component may be put over more than bases. */
export interface ToCheckBelow extends Pick<Below, "id" | "expected"> {
  readonly layers: OverlayLayers;
  /** What the component does to an object of a base. */
  readonly changeOf: (object: ExpectedObject) => ChangeByComponent;
}

/**
 * What lies below an environment's component and is changed there as well. Kustomize is run only where an overlay builds
 * on a folder that declares something.
 *
 * @returns `refused` where kustomize cannot build it, and so nobody can tell.
 */
export async function checkBelow(
  { id, expected, layers, changeOf }: ToCheckBelow,
  options: Pick<RenderOptions, "directory" | "engine" | "env">,
): Promise<Problem[] | "refused"> {
  const documents = await renderBelow(layers, `generated/environments/${id}`, options);
  if (documents === undefined) return [];
  if (documents === "refused") return documents;
  const rendered = documents.map((document) => ({ ...document, data: document.data as JsonObject }));
  const component = expected.map((object) => (object.base === undefined ? undefined : changeOf(object)));
  return belowStation.run({ id, expected, rendered, layers: layersBelow(layers), component });
}

/** Those below, and of the kustomization that names the component what is done before it: its generators. */
function layersBelow({ layers, builds }: OverlayLayers): Layer[] {
  const below = layers.filter((layer) => layer.below);
  if (builds === undefined) return below;
  const { configMapGenerator, secretGenerator } = builds.content;
  const generators = {
    ...(configMapGenerator === undefined ? {} : { configMapGenerator }),
    ...(secretGenerator === undefined ? {} : { secretGenerator }),
  };
  return [...below, { ...builds, content: generators, below: true }];
}
