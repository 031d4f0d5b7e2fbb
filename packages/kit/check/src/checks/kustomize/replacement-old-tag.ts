import { parseImage } from "@kit/model";
import { overlayCheck } from "../../define-check.ts";
import { imageEntries, imageReplacements, kustomizationsOf, type ImageReplacement } from "../../kustomization.ts";
import type { EnvironmentView } from "../../view/index.ts";

// A component's replacements run before the overlay's own images: kubernetes-sigs/kustomize#5531.
export const replacementOldTag = overlayCheck({
  id: "replacement-old-tag",
  group: "kustomize",
  severity: "error",
  title: "a replacement copies the tag that an image had before the overlay set it",
  needs: ["objects"],
  run: (environment, report) => {
    const { overlay } = environment;
    const { file } = overlay;
    const set = imageEntries(overlay.content).map(({ entry }) => entry.newName ?? entry.name);
    for (const [path, content] of kustomizationsOf(overlay)) {
      if (path === file) continue;
      for (const replacement of imageReplacements(path, content, overlay.texts)) {
        const name = imageOf(environment, replacement);
        if (name === undefined || !set.includes(name)) continue;
        report(replacement.file, {
          message: `it copies from the image ${name}, and ${file} sets its tag only afterwards`,
          fix: `move the replacement to ${file}, beside its \`images:\``,
          path: [...replacement.path, "source"],
        });
      }
    }
  },
});

/** The image without its tag that a replacement copies from. */
function imageOf(
  environment: EnvironmentView<"objects">,
  { kind, name, container }: ImageReplacement,
): string | undefined {
  const source = environment.objects.find((object) => object.kind === kind && object.name.includes(name));
  const containers = source?.pods[0]?.containers ?? [];
  const plain = containers.filter(({ role }) => role === "container");
  const found = typeof container === "number" ? plain[container] : containers.find((one) => one.name === container);
  const image = found?.container.image;
  return image === undefined ? undefined : parseImage(image).repository;
}
