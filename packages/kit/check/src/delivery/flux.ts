import { mapOf } from "@kit/kube";
import type { EnvironmentView, View } from "../view/index.ts";
import { syncsOf } from "./syncs.ts";

/** Whether Flux syncs the environment. */
export function isSyncedByFlux({ delivery }: EnvironmentView): boolean {
  return delivery?.engines.includes("flux") ?? false;
}

/** The spec of the Kustomization that syncs an environment; empty where generated/gitops does not have it. */
export function kustomizationSpecOf(environment: EnvironmentView): Readonly<Record<string, unknown>> {
  const own = syncsOf(environment).find(({ isOwn, engine }) => isOwn && engine === "flux");
  return mapOf(own?.data["spec"]);
}

/** Whether a label or an annotation of an object tells Flux something: `prune: disabled`, `force: enabled`. */
export function tellsFlux({ labels, annotations }: Pick<View, "labels" | "annotations">, key: string, value: string) {
  const name = `kustomize.toolkit.fluxcd.io/${key}`;
  return [labels[name], annotations[name]].some((written) => written?.toLowerCase() === value);
}
