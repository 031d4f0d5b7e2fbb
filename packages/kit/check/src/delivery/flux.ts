import { mapOf } from "@kit/kube";
import type { EnvironmentView } from "../view/index.ts";
import { syncsOf } from "./syncs.ts";

/** Whether Flux syncs the environment. */
export function isSyncedByFlux({ delivery }: EnvironmentView<"delivery">): boolean {
  return delivery?.engines.includes("flux") ?? false;
}

/** The spec of the Kustomization that syncs an environment; empty where generated/gitops does not have it. */
export function kustomizationSpecOf(
  environment: EnvironmentView<"delivery" | "objects">,
): Readonly<Record<string, unknown>> {
  const own = syncsOf(environment).find(({ isOwn, engine }) => isOwn && engine === "flux");
  return mapOf(own?.data["spec"]);
}
