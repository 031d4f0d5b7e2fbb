import { UserError, type Problem } from "@kit/errors";
import { formatChanges, type ImagePlan, type Together } from "@kit/images";
import { writeOverlays, type ImageOverlay } from "@kit/repository";
import { notice, print } from "@kit/terminal";
import { showPromotionReview } from "./show-promotion-review.ts";

interface Changing {
  /** What is to become of one of the overlays, after those before it. */
  readonly plan: (overlay: ImageOverlay, together: Together) => ImagePlan;
  /** What else stands against it. Default: nothing. */
  readonly refuse?: (files: readonly string[]) => readonly Problem[];
  /** @param state `is to deploy`, `would deploy` or `deploys already`. */
  readonly title: (overlay: ImageOverlay, state: string) => string;
  /** Whether nothing is written. */
  readonly isDry: boolean;
  /** Whether the review folds nothing. */
  readonly all: boolean;
}

/**
 * Changes the images of overlays that are meant together: everything that is wrong is said before anything is written, and a
 * folder that they share is changed once.
 *
 * @throws UserError with what stands against it.
 */
export async function changeImages(
  root: string,
  overlays: readonly ImageOverlay[],
  { plan, refuse = () => [], title, isDry, all }: Changing,
): Promise<void> {
  const ids = overlays.map(({ id }) => id);
  let texts: ReadonlyMap<string, string> = new Map();
  const planned = overlays.map((overlay) => {
    const own = plan(overlay, { ids, texts });
    texts = own.texts;
    return { overlay, ...own };
  });
  const problems = [...refuse([...texts.keys()]), ...planned.flatMap((one) => one.problems)];
  UserError.throwIfAny(distinct(problems));
  if (!isDry) await writeOverlays(root, texts);
  let isNothing = true;
  for (const { overlay, changes } of planned) {
    const changed = new Map([...texts].filter(([file, text]) => (overlay.texts.get(file) ?? text) !== text));
    const state = changed.size === 0 ? "deploys already" : isDry ? "would deploy" : "is to deploy";
    print(`${title(overlay, state)}:\n${formatChanges(changes)}`);
    if (changed.size === 0) continue;
    isNothing = false;
    await showPromotionReview(root, { ...overlay, texts: changed, changes, all });
  }
  if (!isNothing && !isDry) notice("now run `pnpm build`, and commit overlays/ with generated/\n");
}

/** What is wrong with the arguments is so for each overlay. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
