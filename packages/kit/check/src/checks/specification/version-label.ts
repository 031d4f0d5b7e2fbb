import { parseImage } from "@kit/model";
import { environmentCheck, type Said } from "../../define-check.ts";
import { serviceOf } from "../../package-of.ts";
import type { ContainerView, EnvironmentView, PodView, View } from "../../view/index.ts";

const label = "app.kubernetes.io/version";
const path = ["metadata", "labels", label];

// The overlay's `replacements` copy what stands between the first and the second colon of the image.
export const versionLabel = environmentCheck({
  id: "version-label",
  group: "specification",
  severity: "error",
  title: "the version label is not the tag of the image that runs, or the image has no tag that it could be",
  run: (environment, report) => {
    for (const together of servicesOf(environment)) {
      const [pod] = together.flatMap((object) => environment.podOf(object) ?? []);
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
function servicesOf(environment: EnvironmentView): View[][] {
  const objects = environment.objects.filter(
    (object) =>
      serviceOf(object) !== undefined && object.labels[label] !== undefined && object.labels["app"] !== undefined,
  );
  return [...Map.groupBy(objects, ({ namespace, labels }) => `${namespace}\n${labels["app"]}`).values()];
}

/** The container that is the service: the one of its name, else the first. */
function mainContainer({ object, containers }: PodView): ContainerView | undefined {
  const plain = containers.filter(({ role }) => role === "container");
  return plain.find(({ name }) => name === object.labels["app"] || name === object.name) ?? plain[0];
}

function unfitImage(image: string): Pick<Said, "message" | "fix"> | undefined {
  const { repository: name, tag, digest } = parseImage(image);
  const short = name.slice(name.lastIndexOf("/") + 1);
  const write = `write ${name.includes(":") ? `<registry without a port>/${short}` : name}:${tag ?? "<tag>"}`;
  const says = (what: string, why: string): Pick<Said, "message" | "fix"> => ({
    message: `the image ${image} ${what}, and ${why}`,
    fix: `${write}: one colon, no digest, no registry port`,
  });
  if (digest !== undefined) return says("has a digest", "a digest is not a value for a label");
  if (name.includes(":")) return says("has a registry with a port", "what follows its first colon is not a tag");
  return tag === undefined ? says("has no tag", "the version label needs one") : undefined;
}
