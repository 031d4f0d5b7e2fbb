import { parseImage } from "@kit/model";
import { overlayCheck } from "../../define-check.ts";
import { imageEntries } from "../../kustomization.ts";

export const renderedStale = overlayCheck({
  id: "rendered-stale",
  group: "kustomize",
  severity: "error",
  title: "a generated file is not what the packages and the overlay make",
  run: ({ overlay, pods }, report) => {
    for (const file of overlay.stale) {
      report(file, { message: `${file} is not what the packages make now`, mend });
    }
    // What else of an overlay was not built, only kustomize knows: `pnpm drift` asks it.
    const running = new Set(pods.flatMap(({ containers }) => containers.map(({ container }) => container.image ?? "")));
    for (const { index, name, newName = name, newTag, digest } of imageEntries(overlay.content)) {
      if (typeof newTag !== "string" || digest !== undefined) continue;
      const others = [...running].filter((image) => parseImage(image).repository === newName);
      if (others.length === 0 || others.includes(`${newName}:${newTag}`)) continue;
      const message = `the overlay sets ${newName}:${newTag}, and what is rendered runs ${others.join(", ")}`;
      report(overlay.file, { message, mend, path: ["images", index, "newTag"] });
    }
  },
});

const mend = "run `pnpm build` and commit generated/";
