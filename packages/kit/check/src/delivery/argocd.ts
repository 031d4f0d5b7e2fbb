import { listOf, mapOf } from "@kit/kube";
import type { EnvironmentView, View } from "../view/index.ts";
import { syncsOf, type Sync } from "./syncs.ts";

/** Whether Argo CD syncs the environment. */
export function isSyncedByArgocd({ delivery }: EnvironmentView<"delivery">): boolean {
  return delivery?.engines.includes("argocd") ?? false;
}

/** The Application that syncs an environment, where generated/gitops has it. */
export function applicationOf(environment: EnvironmentView<"delivery" | "objects">): Sync | undefined {
  return syncsOf(environment).find(({ isOwn, engine }) => isOwn && engine === "argocd");
}

/** The options of everything that an Application syncs. */
export function optionsOf(application: Sync): readonly unknown[] {
  return listOf(mapOf(mapOf(application.data["spec"])["syncPolicy"])["syncOptions"]);
}

/** What an Application says in its annotations. */
export function annotationsOf(application: Sync): Readonly<Record<string, unknown>> {
  return mapOf(mapOf(application.data["metadata"])["annotations"]);
}

/** Whether an object is a hook, which Argo CD runs beside what it syncs; Helm's hooks are hooks to it too. */
export function isHook({ annotations }: Pick<View, "annotations">): boolean {
  return ["argocd.argoproj.io/hook", "helm.sh/hook"].some((key) => annotations[key] !== undefined);
}
