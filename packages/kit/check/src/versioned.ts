import { repositoryOf } from "@kit/model";
import type { ContainerView, PodView, View } from "./view/index.ts";
import { viewOf } from "./view-of.ts";

/** The label that says which version runs. */
export const versionLabel = "app.kubernetes.io/version";

/** Whether the label of an object is to be the tag of a service's image: it has one, and says of which service it is. */
export function isVersioned({ labels }: View): boolean {
  return labels[versionLabel] !== undefined && labels["app"] !== undefined;
}

/** The container that is the service: the one of its name, else the first. */
export function mainContainer({ object, containers }: PodView): ContainerView | undefined {
  const plain = containers.filter(({ role }) => role === "container");
  return plain.find(({ name }) => name === object.labels["app"] || name === object.name) ?? plain[0];
}

/**
 * The images whose tag is the version label of the objects that services' packages have, without tag and digest.
 *
 * @param objects Of services' packages, as Kubernetes objects.
 */
export function versionedImages(objects: readonly unknown[]): string[] {
  const images = objects.flatMap((data) => {
    const { view } = viewOf({ data, where: "", source: undefined }, {});
    const pod = isVersioned(view) ? view.pods[0] : undefined;
    const image = pod === undefined ? undefined : mainContainer(pod)?.container.image;
    return image === undefined ? [] : [repositoryOf(image)];
  });
  return [...new Set(images)];
}
