import { imagesIn, splitImage, type EntryPlace } from "@kit/kustomize";
import { overlayCheck } from "../../define-check.ts";
import type { EnvironmentView, OverlayView } from "../../view/index.ts";

export const renderedStale = overlayCheck({
  id: "rendered-stale",
  group: "kustomize",
  severity: "error",
  title: "a generated file is not what the packages and the overlay make",
  needs: ["objects"],
  run: (environment, report) => {
    for (const file of environment.overlay.stale) {
      report(file, { message: `${file} is not what the packages make now`, fix });
    }
    // What else of an overlay was not built, only kustomize knows: `pnpm drift` asks it.
    for (const { place, reference, running } of unbuilt(environment)) {
      const { file, field, index, entry } = place;
      const version = entry.newTag === undefined ? (entry.digest === undefined ? [] : ["digest"]) : ["newTag"];
      report(file, {
        message: `the overlay sets ${reference}, and what is rendered runs ${running.join(", ")}`,
        fix,
        path: field === "transformers" ? [] : [field, index, ...version],
      });
    }
  },
});

const fix = "run `pnpm build` and commit generated/";

interface Unbuilt {
  readonly place: EntryPlace;
  readonly reference: string;
  readonly running: readonly string[];
}

/** The entries whose images run in another version than they set, each once. */
function unbuilt({ overlay, objects }: EnvironmentView<"objects"> & { readonly overlay: OverlayView }): Unbuilt[] {
  const rendered = new Set(
    imagesIn(
      objects.map(({ raw }) => raw),
      overlay.images.specs,
    ),
  );
  const said = expected(overlay);
  const all = new Set(said.map(({ reference }) => reference));
  const found = said.flatMap(({ place, reference }): Unbuilt[] => {
    if (rendered.has(reference)) return [];
    const repository = splitImage(reference).name;
    // One that another entry sets is as it should be.
    const running = [...rendered].filter((image) => splitImage(image).name === repository && !all.has(image));
    return running.length === 0 ? [] : [{ place, reference, running }];
  });
  return [...Map.groupBy(found, ({ place }) => place).values()].map(([first]) => first!);
}

/** What is set of each image, by the last entry that set it. Of one whose image no file names, what it says by itself. */
function expected({ images: { images, entries } }: OverlayView): { place: EntryPlace; reference: string }[] {
  const followed = images.flatMap(({ steps, final, isVolume }) => {
    const last = steps.findLast(({ before, after }) => before !== after) ?? steps.at(-1);
    return last === undefined || isVolume ? [] : [{ place: last.by, reference: final }];
  });
  const matched = new Set(images.flatMap(({ steps }) => steps.map(({ by }) => by)));
  const alone = entries.flatMap((place) => {
    const { name, newName = name, newTag, digest } = place.entry;
    if (matched.has(place) || newName === undefined || newTag === undefined || digest !== undefined) return [];
    return [{ place, reference: `${newName}:${newTag}` }];
  });
  return [...followed, ...alone];
}
