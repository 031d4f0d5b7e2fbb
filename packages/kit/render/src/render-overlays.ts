import { availableParallelism } from "node:os";
import { UserError, type Problem } from "@kit/errors";
import { forTerminal } from "@kit/text";
import { describeEngine, type Engine } from "./engine.ts";
import { fieldLine } from "./field-line.ts";
import { namespaceLines } from "./overlay-namespace.ts";
import { plainSecrets } from "./plain-secrets.ts";
import type { Overlay } from "./read-overlay.ts";
import type { RenderCache } from "./render-cache.ts";
import { joinDocuments, splitDocuments, type RenderedDocument } from "./rendered-document.ts";
import { runKustomize } from "./run-kustomize.ts";
import { unmatchedImages, wrongImageNames } from "./unmatched-images.ts";

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
  const outcomes = await inParallel(overlays, async (overlay): Promise<Rendered | Problem[]> => {
    const { exitCode, output, said, keep, problems: refused = [] } = await renderOverlay(overlay, options);
    if (refused.length > 0) return [...refused];
    if (exitCode !== 0) return [failure(overlay, options, said)];
    const documents = splitDocuments(output);
    if (joinDocuments(documents) !== output) throw new Error(`documents of ${overlay.id} are lost`);
    const objects = documents.map(({ data }) => data);
    // What the cache has was asked when it was put there.
    const unmatched = keep === undefined ? [] : await unmatchedImages(overlay, objects, options);
    const problems = [...plainSecrets(overlay, documents), ...unmatched];
    if (problems.length > 0) return problems;
    const rendered = { overlay, documents, warning: said };
    // What the cache has is judged.
    const judged = keep === undefined ? [] : ((await options.judge?.(rendered)) ?? []);
    // What a judge has to say of an overlay is mostly why it differs.
    const found = judged.length > 0 ? judged : (options.prove?.(rendered) ?? []);
    if (found.length > 0) return [...found];
    keep?.();
    return rendered;
  });
  UserError.throwIfAny(outcomes.flatMap((outcome) => (Array.isArray(outcome) ? outcome : [])));
  return outcomes.filter((outcome): outcome is Rendered => !Array.isArray(outcome));
}

interface Outcome {
  readonly exitCode: number;
  readonly output: string;
  readonly said: string;
  /** Puts it into the cache, unless it is from there. Only when it has been judged: a Secret must not stay there. */
  readonly keep?: () => void;
  /** Why it was not rendered. */
  readonly problems?: readonly Problem[];
}

async function renderOverlay(overlay: Overlay, options: RenderOptions): Promise<Outcome> {
  const { directory, engine, env, cache } = options;
  const { id } = overlay;
  const key = cache?.key(directory, id);
  const cached = key === undefined ? undefined : cache?.read(id, key);
  if (cached !== undefined) return { exitCode: 0, output: cached, said: "" };
  const problems = (await options.before?.(overlay)) ?? [];
  if (problems.length > 0) return { exitCode: 0, output: "", said: "", problems };
  const { exitCode, stdout, stderr } = await runKustomize(engine, `overlays/${id}`, { cwd: directory, env });
  const keep = (): void => {
    // With a warning it is rendered each time, so that the warning is said each time.
    if (key !== undefined && stderr === "") cache?.write(id, key, stdout);
  };
  return { exitCode, output: stdout, said: stderr.replaceAll(`${directory}/`, "").trim(), keep };
}

function failure({ id, file }: Overlay, { engine, directory }: RenderOptions, said: string): Problem {
  const what = `${describeEngine(engine)} cannot build the overlay "${forTerminal(id)}":\n${plainMessage(said)}`;
  // Two objects of one name, in two namespaces, are one where a line puts all into its own.
  if (said.includes("namespace transformation produces ID conflict")) {
    const lines = namespaceLines(directory, file).map((line) => fieldLine(directory, line.file, "namespace"));
    const next = `delete the line, which would make one object of two: the environment's component gives its namespace to what has none`;
    return { code: "overlay-namespace", what, where: lines.join(" and ") || file, next };
  }
  return { code: "kustomize-failed", what, where: file, next: nextOf(said) };
}

function nextOf(said: string): string {
  if (said.includes("must specify --enable-helm")) {
    return "no chart is inflated here: list what `helm template` writes, as a file of the overlay, in its `resources:`";
  }
  const [, resource] = /'([^' ]+)': missing kind in object/.exec(said) ?? [];
  return resource === undefined
    ? "correct what kustomize names there; nothing was written"
    : `name apiVersion and kind of each object in ${resource}: kubectl takes them from a list's kind, kustomize does not; nothing was written`;
}

// Some builds of kubectl log the error: `E1122 05:21:30.866209 20313 run.go:72] "command failed" err="…"`, or `err=<`
// and its lines with tabs before them.
function plainMessage(said: string): string {
  // What Go says of a crash has hundreds of lines.
  if (/^panic: /m.test(said)) return `it crashes: ${/^panic: (.*)$/m.exec(said)?.[1]}`;
  const [, text, block] = /^[EF]\d{4} .*"command failed" err=(?:(".*")|<\n(.*)\n >)$/s.exec(said) ?? [];
  const logged = text === undefined ? block?.replaceAll(/^\t/gm, "") : unquoted(text);
  return (logged ?? said).replace(/^(Error|error): /, "");
}

/** A text that Go has quoted, which is JSON but for characters that hardly occur. */
function unquoted(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
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
