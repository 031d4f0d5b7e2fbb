import { lstatSync } from "node:fs";
import { join } from "node:path";
import { selectEnvironments } from "@kit/build";
import { UserError } from "@kit/errors";
import { labelCopies, type LabelCopy, type OverlayText, type ServiceImages } from "@kit/images";
import { imageFlow, imagesIn, replacementsOf, splitImage } from "@kit/kustomize";
import type { Environment } from "@kit/model";
import { overlayTexts, parseKustomization, readOverlay } from "@kit/render";
import { discover, loadSystems, type LoadedSystem } from "@kit/workspace";

/** The overlay of an environment, with what the packages say of its images. */
export interface ImageOverlay extends OverlayText {
  readonly environment: Environment;
  readonly system: LoadedSystem;
}

/**
 * The overlays of the environments that are named, in the order of the names.
 *
 * @throws UserError where a name is unknown, or an overlay is missing, a link, or not YAML.
 */
export async function imageOverlays(root: string, named: readonly string[]): Promise<ImageOverlay[]> {
  const systems = await loadSystems(root, discover(root));
  const all = systems.flatMap((system) => system.environments.map((environment) => ({ system, environment })));
  selectEnvironments(
    all.map(({ environment }) => environment.id),
    named,
  );
  return named.map((id) => {
    const { file } = readOverlay(root, id);
    if (lstatSync(join(root, file)).isSymbolicLink()) throw isLink(id, file);
    const found = all.find(({ environment }) => environment.id === id)!;
    const { texts } = overlayTexts(root, id);
    return { ...found, id, file, text: texts.get(file) ?? "", texts, flow: imageFlow(`overlays/${id}`, texts) };
  });
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

/** What an overlay copies from images into labels. */
export function labelCopiesOf(root: string, { file, system, texts }: ImageOverlay): LabelCopy[] {
  const objects = system.services.flatMap(({ definition }) => definition.resources);
  const replacements = replacementsOf(file, parseKustomization(root, file), texts);
  return labelCopies({ replacements: replacements.map(({ replacement }) => replacement) }, objects);
}

function isLink(id: string, file: string): UserError {
  return new UserError({
    code: "overlay-missing",
    what: `the environment "${id}" has no overlay of its own: its kustomization is a link`,
    where: file,
    next: "put a file of its own there",
  });
}
