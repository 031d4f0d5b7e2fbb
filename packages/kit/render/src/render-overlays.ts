import { availableParallelism } from "node:os";
import { UserError, type Problem } from "@kit/errors";
import { overlayInputs } from "./overlay-inputs.ts";
import { plainSecrets } from "./plain-secrets.ts";
import type { Overlay } from "./read-overlay.ts";
import type { RenderCache } from "./render-cache.ts";
import type { RenderEdge } from "./render-overlay.ts";
import { joinDocuments, splitDocuments, type RenderedDocument } from "./rendered-document.ts";
import { engineIdentity, renderStation, type EngineIdentity } from "./station.ts";
import { wrongImageNames } from "./unmatched-images.ts";

/** An environment as kustomize renders it. */
export interface Rendered {
  readonly overlay: Overlay;
  readonly documents: readonly RenderedDocument[];
  /** What kustomize said although it succeeded, such as that a field is deprecated. */
  readonly warning: string;
  /** The files that it is built of beside those in `overlays/` and `generated/`; undefined where some are not in the repository. */
  readonly beside: readonly string[] | undefined;
}

export interface RenderOptions extends RenderEdge {
  /** Default: every overlay is rendered. */
  readonly cache?: RenderCache | undefined;
  /** What is wrong with an overlay before kustomize is run on it. Default: nothing. One from the cache had been asked. */
  readonly before?: (overlay: Overlay) => Promise<readonly Problem[]>;
  /** What is wrong with an overlay that has been rendered well, before anything keeps it. Default: nothing. */
  readonly judge?: (rendered: Rendered) => Promise<readonly Problem[]>;
  /** As `judge`, and asked of what the cache has as well. */
  readonly prove?: (rendered: Rendered) => readonly Problem[];
}

/**
 * Runs kustomize on overlays, as many at once as there are cores.
 *
 * @throws UserError with every overlay that kustomize refuses, that has an image entry without an image, or a Secret
 * that anybody could read, and with what the judge says.
 */
export async function renderOverlays(overlays: readonly Overlay[], options: RenderOptions): Promise<Rendered[]> {
  UserError.throwIfAny(overlays.flatMap(wrongImageNames));
  const engine = engineIdentity(options.engine);
  const outcomes = await inParallel(overlays, (overlay) => outcomeOf(overlay, engine, options));
  UserError.throwIfAny(outcomes.flatMap((outcome) => ("problems" in outcome ? outcome.problems : [])));
  return outcomes.filter((outcome): outcome is Rendered => !("problems" in outcome));
}

type Outcome = Rendered | { readonly problems: readonly Problem[] };

async function outcomeOf(overlay: Overlay, engine: EngineIdentity, options: RenderOptions): Promise<Outcome> {
  const inputs = { overlay, texts: overlayInputs(options.directory, overlay.id), engine };
  const key = options.cache === undefined || inputs.texts === undefined ? undefined : renderStation.keyOf(inputs);
  const kept = key === undefined ? undefined : options.cache?.read(overlay.id, key);
  const beside = inputs.texts?.keys().filter(isBeside).toArray();
  if (kept !== undefined) {
    return judgedAgain({ overlay, documents: splitDocuments(kept), warning: "", beside }, options);
  }
  const before = (await options.before?.(overlay)) ?? [];
  if (before.length > 0) return { problems: before };
  const { documents, warning, problems } = await renderStation.run(inputs, options);
  if (problems.length > 0) return { problems };
  const rendered = { overlay, documents, warning, beside };
  const judged = (await options.judge?.(rendered)) ?? [];
  // What a judge has to say of an overlay is mostly why it differs.
  const found = judged.length > 0 ? judged : (options.prove?.(rendered) ?? []);
  if (found.length > 0) return { problems: found };
  // Only what has been judged: a Secret must not stay there. With a warning it is rendered each time, so that it is said each time.
  if (key !== undefined && warning === "") options.cache?.write(overlay.id, key, joinDocuments(documents));
  return rendered;
}

function isBeside(path: string): boolean {
  return !path.endsWith("/") && !/^(?:overlays|generated)\//.test(path);
}

/** What the cache has was judged when it was put there. */
function judgedAgain(rendered: Rendered, options: RenderOptions): Outcome {
  const problems = [...plainSecrets(rendered.overlay, rendered.documents), ...(options.prove?.(rendered) ?? [])];
  return problems.length > 0 ? { problems } : rendered;
}

/** Results in the order of the items. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return results;
}
