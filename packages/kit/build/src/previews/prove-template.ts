import { shown, type Problem } from "@kit/errors";
import type { PreviewTemplate } from "@kit/gitops/previews";
import { triedRequests } from "@kit/model";
import { buildIn, splitDocuments, writeInputs, type Engine, type RenderedDocument } from "@kit/render";
import { toJson } from "@kit/yaml";

interface Options {
  readonly engine: Engine;
  readonly env: NodeJS.ProcessEnv;
  readonly where: string;
}

/**
 * Whether kustomize makes of the sample and the patches, as Argo CD and Flux let it, what the overlay gives for the request.
 *
 * @param wanted What the overlay gives for the second tried request.
 */
export async function proveTemplate(
  id: string,
  sample: string,
  template: PreviewTemplate,
  wanted: readonly RenderedDocument[],
  { engine, env, where }: Options,
): Promise<Problem[]> {
  const { patchesFor } = await import("@kit/gitops/previews");
  const kustomization = { resources: ["sample.yaml"], patches: patchesFor(template, triedRequests[1]) };
  const inputs = new Map([
    [`overlays/${id}/kustomization.yaml`, toJson(kustomization)],
    [`overlays/${id}/sample.yaml`, sample],
  ]);
  const output = await buildIn(id, (directory) => writeInputs(directory, inputs), engine, env);
  if (output === undefined) {
    const what = `the preview ${shown(id)} has objects that kustomize refuses to patch`;
    return [
      {
        code: "preview-value",
        what,
        where,
        next: "leave out one service after another to see which: `services` says what it has",
      },
    ];
  }
  const made = new Set(splitDocuments(output).map(({ text }) => withoutChecksum(text)));
  return wanted
    .filter(({ text }) => !made.has(withoutChecksum(text)))
    .map(({ kind, name }) => ({
      code: "preview-value",
      what: `the preview ${shown(id)} has ${kind} ${shown(name)}, which kustomize does not make of the sample by patches`,
      where,
      next: "write it without what is unusual there, or leave it out of the preview: `services` says what one has",
    }));
}

/** It stays the sample's: what it is of is the same for a request until the sample's own changes. */
function withoutChecksum(text: string): string {
  return text.replaceAll(/^ *checksum\/config: .*\n/gm, "");
}
