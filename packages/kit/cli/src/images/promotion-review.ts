import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { foldersOf, stage } from "@kit/build";
import { UserError } from "@kit/errors";
import type { OverlayText } from "@kit/images";
import { findKustomize, overlayLayers, readOverlay, renderedFiles, renderOverlays } from "@kit/render";
import { documentsIn, formatText, reviewStation, type Document } from "@kit/review";
import { coloured, progress } from "@kit/terminal";
import { filesBelow } from "@kit/tree";

/** An overlay with other texts. */
export interface ChangedOverlay extends Pick<OverlayText, "id" | "file"> {
  /** Those that are changed, by file: its own, or of folders of `overlays/` that it builds on. */
  readonly texts: ReadonlyMap<string, string>;
  readonly environment: { readonly id: string; readonly namespace: string };
  /** What is deployed, before and after. */
  readonly changes: readonly { readonly before: Deployed; readonly after: Deployed }[];
  /** Whether the review folds nothing. */
  readonly all: boolean;
}

interface Deployed {
  readonly repository: string;
}

/**
 * The review of what a changed overlay renders, against what generated/rendered has, as text. kustomize builds a copy:
 * nothing in the repository is changed.
 *
 * @throws UserError where nothing is rendered, there is no kustomize, or it refuses the overlay; EnvironmentFailure where
 * the machine fails.
 */
export async function promotionReview(root: string, overlay: ChangedOverlay): Promise<string> {
  const { id, environment, file, texts, changes, all } = overlay;
  const env = process.env;
  const rendered = `generated/rendered/${id}/`;
  const files = filesBelow(root, "generated");
  const before = files.filter(([path]) => path.startsWith(rendered) && !path.includes("/", rendered.length));
  if (before.length === 0) throw notRendered(id);
  const engine = await findKustomize({ env, onProgress: progress });
  const made = files.filter(([path]) => !path.startsWith("generated/rendered/"));
  const folders = foldersOf([overlayLayers(root, file, `generated/environments/${id}`)]);
  using staged = stage(root, new Map(made.map(([path, own]) => [path.slice("generated/".length), own])), folders);
  for (const [path, text] of texts) writeFileSync(join(staged.directory, path), text);
  const { directory } = staged;
  const [result] = await renderOverlays([readOverlay(directory, id)], { directory, engine, env });
  const after = renderedFiles(environment, result!.documents).map(([path, own]): [string, string] => [
    `generated/${path}`,
    own,
  ]);
  const images = changes.flatMap((change) => [change.before.repository, change.after.repository]);
  const sides = {
    environment: id,
    before: documentsOf(before),
    after: documentsOf(after),
    overlay: { file, changed: false, images: [...new Set(images)] },
  };
  const reviewed = reviewStation.run({
    base: "generated/rendered",
    head: `the changed ${[...texts.keys()].join(", ") || file}`,
    sides: [sides],
  });
  return coloured(formatText(reviewed, all), process.stdout);
}

function documentsOf(files: readonly (readonly [path: string, text: string])[]): Document[] {
  return files.flatMap(([path, text]) => documentsIn(path, text));
}

function notRendered(id: string): UserError {
  return new UserError({
    code: "rendered-missing",
    what: `the environment "${id}" has not been rendered, so there is nothing to compare with`,
    where: `generated/rendered/${id}`,
    next: "run `pnpm build`",
  });
}
