import { type Loose } from "@kit/kube";
import { dataAt, textAt } from "../data.ts";
import type { ObjectId } from "../input/identity.ts";
import type { AllowedObjects, Syncer } from "./syncer.ts";

/**
 * Why a sync leaves an object in the cluster that is not rendered any more; undefined where it deletes it.
 *
 * Argo CD: `pruneObject` and `getSyncTasks` of gitops-engine, pkg/sync/sync_context.go. Flux: the annotation of
 * https://fluxcd.io/flux/components/kustomize/kustomizations/#prune.
 */
export function keptBecause(syncer: Syncer, id: ObjectId, object: Loose): string | undefined {
  const { engine, prunes, isManual, allowed } = syncer;
  const annotations = dataAt(object, "metadata", "annotations");
  const options = optionsIn(textAt(annotations, "argocd.argoproj.io/sync-options"));
  if (engine === "Argo CD") {
    if (hookOf(annotations) !== undefined) return "no sync deletes a hook";
    if (options.includes("Prune=false")) return "its annotation says that no sync deletes it";
    if (options.includes("Prune=confirm")) return "its annotation says that somebody has to confirm it first";
    if (allowed !== undefined && !isAllowed(allowed, id))
      return "its project does not allow the kind any more, so the sync cannot delete it";
  }
  if (engine === "Flux" && textAt(annotations, "kustomize.toolkit.fluxcd.io/prune") === "disabled") {
    return "its annotation says that no sync deletes it";
  }
  if (prunes) return undefined;
  return isManual && engine === "Argo CD"
    ? "nothing is deleted unless somebody syncs with --prune"
    : "the sync does not delete what is not rendered any more";
}

/** Why none of those that sync an environment deletes an object; undefined where one does, or nobody knows. */
export function keptByAll(syncers: readonly Syncer[], id: ObjectId, object: Loose | undefined): string | undefined {
  if (object === undefined || syncers.length === 0) return undefined;
  const reasons = syncers.map((syncer) => keptBecause(syncer, id, object));
  return reasons.every((reason) => reason !== undefined) ? [...new Set(reasons)].join("; ") : undefined;
}

/** Whether a sync deletes an object and makes it anew where a field of it cannot be changed. */
export function isForced({ engine }: Syncer, object: Loose): boolean {
  const annotations = dataAt(object, "metadata", "annotations");
  if (engine === "Flux") return textAt(annotations, "kustomize.toolkit.fluxcd.io/force")?.toLowerCase() === "enabled";
  const options = optionsIn(textAt(annotations, "argocd.argoproj.io/sync-options"));
  if (options.includes("Force=true")) return true;
  const policy = textAt(annotations, "argocd.argoproj.io/hook-delete-policy") ?? "BeforeHookCreation";
  return hookOf(annotations) !== undefined && policy.includes("BeforeHookCreation");
}

function isAllowed({ ofCluster, inNamespaces }: AllowedObjects, { group, kind, namespace, name }: ObjectId): boolean {
  return (namespace === undefined ? ofCluster : inNamespaces).some(
    (one) => ["*", group].includes(one.group) && ["*", kind].includes(one.kind) && (one.name ?? name) === name,
  );
}

function hookOf(annotations: Loose): string | undefined {
  return textAt(annotations, "argocd.argoproj.io/hook") ?? textAt(annotations, "helm.sh/hook");
}

function optionsIn(text = ""): string[] {
  return text.split(",").map((option) => option.trim());
}
