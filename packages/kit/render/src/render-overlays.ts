import { availableParallelism } from "node:os";
import { UserError, type Problem } from "@kit/errors";
import { run } from "@kit/programs";
import { describeEngine, type Engine } from "./engine.ts";
import type { Overlay } from "./read-overlay.ts";
import type { RenderCache } from "./render-cache.ts";
import { splitDocuments, type RenderedDocument } from "./rendered-document.ts";
import { unmatchedImages } from "./unmatched-images.ts";

/** An environment as kustomize renders it. */
export interface Rendered {
  readonly overlay: Overlay;
  readonly documents: readonly RenderedDocument[];
  /** What kustomize said although it succeeded, such as that a field is deprecated. */
  readonly warning: string;
}

export interface RenderOptions {
  /** Where `overlays/` and `generated/` are; absolute. */
  readonly directory: string;
  readonly engine: Engine;
  readonly env: NodeJS.ProcessEnv;
  /** Default: every overlay is rendered. */
  readonly cache?: RenderCache | undefined;
}

/**
 * Runs kustomize on overlays, as many at once as there are cores.
 *
 * @throws UserError with every overlay that kustomize refuses, or that has an image entry without an image.
 */
export async function renderOverlays(overlays: readonly Overlay[], options: RenderOptions): Promise<Rendered[]> {
  const outcomes = await inParallel(overlays, async (overlay): Promise<Rendered | Problem[]> => {
    const { exitCode, output, said } = await renderOverlay(overlay.id, options);
    if (exitCode !== 0) return [failure(overlay, options.engine, said)];
    const documents = splitDocuments(output);
    const unmatched = unmatchedImages(
      overlay,
      documents.map(({ data }) => data),
    );
    return unmatched.length > 0 ? unmatched : { overlay, documents, warning: said };
  });
  UserError.throwIfAny(outcomes.flatMap((outcome) => (Array.isArray(outcome) ? outcome : [])));
  return outcomes.filter((outcome): outcome is Rendered => !Array.isArray(outcome));
}

async function renderOverlay(
  id: string,
  { directory, engine, env, cache }: RenderOptions,
): Promise<{ exitCode: number; output: string; said: string }> {
  const key = cache?.key(directory, id);
  const cached = key === undefined ? undefined : cache?.read(id, key);
  if (cached !== undefined) return { exitCode: 0, output: cached, said: "" };
  const { exitCode, stdout, stderr } = await run(engine.file, [...engine.args, `overlays/${id}`], {
    cwd: directory,
    env,
  });
  // With a warning it is rendered each time, so that the warning is said each time.
  if (key !== undefined && exitCode === 0 && stderr === "") cache?.write(id, key, stdout);
  return { exitCode, output: stdout, said: stderr.replaceAll(`${directory}/`, "").trim() };
}

function failure({ id, file }: Overlay, engine: Engine, said: string): Problem {
  return {
    code: "kustomize-failed",
    what: `${describeEngine(engine)} cannot build the overlay "${id}":\n${plainMessage(said)}`,
    where: file,
    next: "mend what kustomize names there; nothing was written",
  };
}

// Some builds of kubectl log the error: `E1122 05:21:30.866209 20313 run.go:72] "command failed" err="…"`.
function plainMessage(said: string): string {
  const logged = /^[EF]\d{4} .*"command failed" err=(".*")$/s.exec(said)?.[1];
  return (logged === undefined ? said : (JSON.parse(logged) as string)).replace(/^(Error|error): /, "");
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
