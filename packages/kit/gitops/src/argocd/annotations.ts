import { posix } from "node:path";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";

/** Argo CD's own triggers, by what a notification is about. */
const triggers = { failure: ["on-sync-failed", "on-health-degraded"], success: ["on-deployed"] };

/**
 * What an environment's Application says beside its spec: which paths it is made of, so that another commit does not
 * render it again; whom to notify; which images an updater follows.
 */
export function applicationAnnotations(plan: SyncPlan, environment: PlannedEnvironment): Record<string, string> {
  return {
    "argocd.argoproj.io/manifest-generate-paths": environment.inputs.map((path) => `/${path}`).join(";"),
    ...notifications(plan),
    ...imageUpdates(plan, environment),
  };
}

function notifications({ definition: { notifications: all = [] } }: SyncPlan): Record<string, string> {
  return Object.fromEntries(
    all.flatMap(({ on, argocd }) =>
      argocd === undefined
        ? []
        : triggers[on].map((trigger) => [
            `notifications.argoproj.io/subscribe.${trigger}.${argocd.service}`,
            argocd.recipient,
          ]),
    ),
  );
}

/** It writes to the overlay: where `rendered` is synced, to a branch of its own, whose pull request is then rendered. */
function imageUpdates(
  { definition: { sync, branch, directory = "" } }: SyncPlan,
  { id, name, sync: { images = {} } }: PlannedEnvironment,
): Record<string, string> {
  const updates = Object.entries(images);
  if (updates.length === 0) return {};
  const own = "argocd-image-updater.argoproj.io";
  const aliased = updates.map(([image, update]) => ({ image, alias: image.replaceAll(/[^a-z0-9]+/g, "-"), ...update }));
  return {
    [`${own}/image-list`]: aliased
      .map(({ alias, repository, semver }) => `${alias}=${repository}:${semver}`)
      .join(", "),
    ...Object.fromEntries(
      aliased.flatMap(({ alias, image }) => [
        [`${own}/${alias}.update-strategy`, "semver"],
        [`${own}/${alias}.kustomize.image-name`, image],
      ]),
    ),
    [`${own}/write-back-method`]: "git",
    [`${own}/write-back-target`]: `kustomization:${posix.join("/", directory, "overlays", id)}`,
    [`${own}/git-branch`]: sync === "overlay" ? branch : `${branch}:image-updater-${name}`,
  };
}
