import { mapOf } from "@kit/kube";
import type { EnvironmentView } from "../view/index.ts";
import { foldersOf } from "./sources.ts";
import { syncsOf, type Sync } from "./syncs.ts";

/** Whether Flux syncs the environment. */
export function isSyncedByFlux({ delivery }: EnvironmentView<"delivery">): boolean {
  return delivery?.engines.includes("flux") ?? false;
}

/**
 * The Kustomizations that apply what an environment renders: the one that syncs it, and those that it brings with the path
 * of its folder, whatever they call the source: no other repository has that folder.
 */
export function appliedBy(environment: EnvironmentView<"delivery" | "objects">): Sync[] {
  const { delivery, id } = environment;
  return syncsOf(environment).filter(
    (sync) =>
      sync.engine === "flux" &&
      (sync.isOwn || foldersOf(sync, delivery).some(({ folder }) => folder === `generated/rendered/${id}`)),
  );
}

/** The spec of the Kustomization that syncs an environment; empty where generated/gitops does not have it. */
export function kustomizationSpecOf(
  environment: EnvironmentView<"delivery" | "objects">,
): Readonly<Record<string, unknown>> {
  const own = syncsOf(environment).find(({ isOwn, engine }) => isOwn && engine === "flux");
  return mapOf(own?.data["spec"]);
}
