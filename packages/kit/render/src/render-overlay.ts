import type { Problem } from "@kit/errors";
import { forTerminal } from "@kit/text";
import { describeEngine, type Engine } from "./engine.ts";
import { fieldLine } from "./field-line.ts";
import { namespaceLines } from "./overlay-namespace.ts";
import { plainSecrets } from "./plain-secrets.ts";
import type { Overlay } from "./read-overlay.ts";
import { joinDocuments, splitDocuments, type RenderedDocument } from "./rendered-document.ts";
import { runKustomize } from "./run-kustomize.ts";
import { unmatchedImages } from "./unmatched-images.ts";

/** What an overlay is built of. */
export interface ToRender {
  readonly overlay: Overlay;
  readonly texts: ReadonlyMap<string, string> | undefined;
}

/** Where kustomize runs, and which. */
export interface RenderEdge {
  /** Where `overlays/` and `generated/` are; absolute. */
  readonly directory: string;
  readonly engine: Engine;
  readonly env: NodeJS.ProcessEnv;
}

/** What has become of an overlay. */
export interface RenderedOverlay {
  readonly documents: readonly RenderedDocument[];
  /** What kustomize said although it succeeded, such as that a field is deprecated. */
  readonly warning: string;
  /** That kustomize refuses the overlay, that it has an image entry without an image, or a Secret that anybody could read. */
  readonly problems: readonly Problem[];
}

/** Runs kustomize on an overlay. */
export async function renderOverlay({ overlay, texts }: ToRender, edge: RenderEdge): Promise<RenderedOverlay> {
  const { directory, engine, env } = edge;
  const { exitCode, stdout, stderr } = await runKustomize(engine, `overlays/${overlay.id}`, { cwd: directory, env });
  const warning = stderr.replaceAll(`${directory}/`, "").trim();
  if (exitCode !== 0) return { documents: [], warning: "", problems: [failure(overlay, edge, warning)] };
  const documents = splitDocuments(stdout);
  if (joinDocuments(documents) !== stdout) throw new Error(`documents of ${overlay.id} are lost`);
  const objects = documents.map(({ data }) => data);
  const problems = [...plainSecrets(overlay, documents), ...(await unmatchedImages({ overlay, texts }, objects, edge))];
  return { documents, warning, problems };
}

function failure({ id, file }: Overlay, { engine, directory }: RenderEdge, said: string): Problem {
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
    return "no chart is inflated here: `pnpm vendor add NAME --chart …` takes it in, as docs/vendor.md says";
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
