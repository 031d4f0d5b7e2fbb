import { createHash } from "node:crypto";
import { join } from "node:path";
import { shown, UserError, type Problem } from "@kit/errors";
import type { MadePreview } from "@kit/gitops/previews";
import { triedRequests, type Environment } from "@kit/model";
import {
  buildIn,
  describeEngine,
  joinDocuments,
  otherNamespaces,
  overlayInputs,
  splitDocuments,
  writeInputs,
  type Engine,
  type Overlay,
  type Rendered,
} from "@kit/render";
import { keepFor, keptFor } from "@kit/tree";
import { toJson } from "@kit/yaml";
import { proveTemplate } from "./prove-template.ts";
import { isPreviewEnvironment, type PreviewEnvironment } from "./preview-environment.ts";
import type { Texts, TriedFiles } from "./tried-files.ts";
import { inputsFor } from "./tried-inputs.ts";

interface Options {
  /** Where `overlays/` and `generated/` are, as they are to be; absolute. */
  readonly directory: string;
  readonly engine: Engine;
  readonly env: NodeJS.ProcessEnv;
  /** Where the last build of the same inputs is remembered. Default: nothing is. */
  readonly cache?: string | undefined;
}

type Defined<Env> = Env & { readonly where: string };

/**
 * What makes the environments of pull requests of the samples of previews. The overlay is rendered for two requests, what
 * differs becomes patches, and kustomize has to make one of the two of the sample and these patches.
 *
 * @param files What the packages say of the two requests; undefined without any preview.
 * @returns By environment.
 * @throws UserError with all that cannot be there once for each pull request.
 */
export async function madePreviews(
  environments: readonly Defined<Environment>[],
  samples: readonly Pick<Rendered, "overlay" | "documents">[],
  files: TriedFiles | undefined,
  options: Options,
): Promise<ReadonlyMap<string, MadePreview>> {
  if (files === undefined) return new Map();
  const previews = environments.filter((one): one is Defined<PreviewEnvironment> => isPreviewEnvironment(one));
  const made = previews.map(async (preview): Promise<[string, MadePreview]> => {
    const sample = samples.find(({ overlay }) => overlay.id === preview.id)!;
    return [preview.id, await madePreview(preview, sample, files, options)];
  });
  return new Map(await Promise.all(made));
}

async function madePreview(
  environment: Defined<PreviewEnvironment>,
  { overlay, documents }: Pick<Rendered, "overlay" | "documents">,
  files: TriedFiles,
  options: Options,
): Promise<MadePreview> {
  const { id, where } = environment;
  const inputs = overlayInputs(options.directory, id);
  UserError.throwIfAny(namespaceLines(environment, overlay, options.directory));
  if (inputs === undefined) throw refused(id, "is built from more than this repository has", where);
  const tried = triedRequests.map((request, index) => inputsFor(request, environment, overlay, inputs, files[index]!));
  const sample = joinDocuments(documents);
  const file =
    options.cache === undefined ? undefined : join(options.cache, `_preview-${id.replaceAll("/", "-")}.json`);
  const key = createHash("sha256")
    .update(toJson([describeEngine(options.engine), sample, ...tried.map((one) => [...one])]))
    .digest("hex");
  const kept = file === undefined ? undefined : (keptFor(file, key) as MadePreview | undefined);
  if (kept !== undefined) return kept;
  const [one, other] = await Promise.all(tried.map((each) => rendered(id, where, each, options)));
  // It brings the table of kinds, which takes a while to load.
  const { previewTemplate } = await import("@kit/gitops/previews");
  const { template, problems } = previewTemplate(environment, documents, [one!, other!], where);
  UserError.throwIfAny(problems);
  UserError.throwIfAny(await proveTemplate(id, sample, template, other!, { ...options, where }));
  const made = { ...template, sample };
  if (file !== undefined) keepFor(file, key, made);
  return made;
}

/** A line `namespace:` comes after all that the component says, and is the sample's for every pull request. */
function namespaceLines({ id }: PreviewEnvironment, overlay: Overlay, directory: string): Problem[] {
  // No namespace has this name.
  return otherNamespaces(directory, overlay, "").map(({ where }) => ({
    code: "preview-value",
    what: `the preview ${shown(id)} has a line \`namespace:\`, which would put what every pull request has into one namespace`,
    where,
    next: "delete the line: the component gives each pull request its own",
  }));
}

async function rendered(id: string, where: string, inputs: Texts, { engine, env }: Options) {
  const output = await buildIn(id, (directory) => writeInputs(directory, inputs), engine, env);
  if (output !== undefined) return splitDocuments(output);
  throw refused(id, "has an overlay that kustomize builds for the sample and for no other pull request", where);
}

function refused(id: string, what: string, where: string): UserError {
  return new UserError({ code: "preview-value", what: `the preview ${shown(id)} ${what}`, where, next: lookAt(id) });
}

function lookAt(id: string): string {
  return `look for a name with the sample's number 123 in overlays/${id}, or for a remote folder in its resources: neither can be in the overlay of a preview`;
}
