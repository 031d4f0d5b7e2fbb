import { lstatSync } from "node:fs";
import { join } from "node:path";
import { selectEnvironments } from "@kit/build";
import { versionedImages, type PolicyInForce } from "@kit/check";
import { UserError } from "@kit/errors";
import type { OverlayText, ServiceImages, TagRule } from "@kit/images";
import { imageFlow, imagesIn, splitImage } from "@kit/kustomize";
import type { Environment } from "@kit/model";
import { overlayTexts, readOverlay } from "@kit/render";
import { importStation, type LoadedSystem } from "@kit/workspace";
import { policyPlace, policyLayers, policyOf } from "../policies/policy-layers.ts";
import { usersOfFiles } from "./users-of-files.ts";

/** The overlay of an environment, with what the packages say of its images. */
export interface ImageOverlay extends OverlayText {
  readonly environment: Environment;
  readonly system: LoadedSystem;
  /** What its policies ask of references. */
  readonly rule: TagRule | undefined;
}

/**
 * The overlays of the environments that are named, in the order of the names.
 *
 * @throws UserError where a name is unknown, or an overlay is missing, a link, or not YAML, or a policy is wrong.
 */
export async function imageOverlays(root: string, named: readonly string[]): Promise<ImageOverlay[]> {
  const systems = await importStation.run({ root });
  const all = systems.flatMap((system) => system.environments.map((environment) => ({ system, environment })));
  selectEnvironments(
    all.map(({ environment }) => environment.id),
    named,
  );
  const layersOf = await policyLayers(root, systems);
  // Of a shared folder a preview takes what the others decide.
  const usersOf = usersOfFiles(
    root,
    all.filter(({ environment }) => environment.preview === undefined).map(({ environment }) => environment.id),
  );
  return named.map((id) => {
    const { file } = readOverlay(root, id);
    if (lstatSync(join(root, file)).isSymbolicLink()) throw isLink(id, file);
    const found = all.find(({ environment }) => environment.id === id)!;
    const rule = tagRule(policyOf(found.environment, layersOf), found.system);
    return { ...found, rule, ...overlayText(root, id, usersOf) };
  });
}

function overlayText(root: string, id: string, usersOf: (file: string) => string[]): OverlayText {
  const { file } = readOverlay(root, id);
  const { texts } = overlayTexts(root, id);
  const flow = imageFlow(`overlays/${id}`, texts);
  const sharedWith = (path: string): OverlayText[] =>
    usersOf(path)
      .filter((other) => other !== id)
      .map((other) => overlayText(root, other, usersOf));
  return { id, file, text: texts.get(file) ?? "", texts, flow, sharedWith };
}

/** The ids of all environments. */
export async function environmentIds(root: string): Promise<string[]> {
  const systems = await importStation.run({ root });
  return systems.flatMap(({ environments }) => environments.map(({ id }) => id));
}

/** The images of each service of a system. */
export function serviceImages({ services }: LoadedSystem): ServiceImages {
  return new Map(
    services.map(({ name, definition }) => [
      name,
      [...new Set(imagesIn(definition.resources).map((image) => splitImage(image).name))],
    ]),
  );
}

/** What a policy that has an error of `version-label` asks of the references of a system's images. */
function tagRule({ severities }: PolicyInForce, { services }: LoadedSystem): TagRule | undefined {
  const said = severities.get("version-label");
  if (said?.severity !== "error") return undefined;
  const { layer, pack } = said.by;
  const what = pack === undefined ? "the severity of version-label in" : `the rule pack ${pack.name} of`;
  return {
    images: versionedImages(services.flatMap(({ definition }) => definition.resources)),
    by: `${what} ${policyPlace(layer.where, layer.line)}`,
  };
}

function isLink(id: string, file: string): UserError {
  return new UserError({
    code: "overlay-missing",
    what: `the environment "${id}" has no overlay of its own: its kustomization is a link`,
    where: file,
    next: "put a file of its own there",
  });
}
