import { labelFault, parseImage } from "@kit/model";
import { environmentCheck, type FindingDraft } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";
import { isVersioned, mainContainer, versionLabel as label } from "../../versioned.ts";
import type { EnvironmentView, View } from "../../view/index.ts";

const path = ["metadata", "labels", label];

// The overlay's `replacements` copy what stands between the first and the second colon of the image.
export const versionLabel = environmentCheck({
  id: "version-label",
  group: "conventions",
  severity: "off",
  title: "the version label is not the tag of the image that runs, or the image has no tag that it could be",
  needs: ["objects"],
  run: (environment, report) => {
    for (const together of servicesOf(environment)) {
      const [pod] = together.flatMap((object) => object.pods);
      const main = pod === undefined ? undefined : mainContainer(pod);
      const image = main?.container.image;
      if (main === undefined || image === undefined || image === "") continue;
      const unfit = unfitImage(image);
      if (unfit !== undefined) {
        report(main.pod.object, { ...unfit, path: [...main.path, "image"] });
        continue;
      }
      const { tag } = parseImage(image);
      for (const object of together) {
        const version = object.labels[label];
        if (version === undefined || version === tag) continue;
        const message = `the version label is ${version}, and the image that runs is ${image}`;
        const fix = `write ${tag}, or let a \`replacements\` entry beside the overlay's \`images:\` copy the tag`;
        report(object, { message, fix, path });
      }
    }
  },
});

/** The objects of each service that have a version, by their label `app`. */
function servicesOf(environment: EnvironmentView<"objects">): View[][] {
  const objects = environment.objects.filter((object) => serviceOf(object) !== undefined && isVersioned(object));
  return [...Map.groupBy(objects, ({ namespace, labels }) => `${namespace}\n${labels["app"]}`).values()];
}

function unfitImage(image: string): Pick<FindingDraft, "message" | "fix"> | undefined {
  const fault = labelFault(parseImage(image));
  if (fault === undefined) return undefined;
  return {
    message: `the image ${image} ${fault.what}, and ${fault.why}`,
    fix: `write ${fault.write}: one colon, no digest, no registry port`,
  };
}
