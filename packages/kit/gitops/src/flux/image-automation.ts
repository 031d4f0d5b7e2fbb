import type { KubeObject } from "@kit/model";
import { ImagePolicy } from "@kubernetes-models/flux-cd/image.toolkit.fluxcd.io/v1/ImagePolicy";
import { ImageRepository } from "@kubernetes-models/flux-cd/image.toolkit.fluxcd.io/v1/ImageRepository";
import { ImageUpdateAutomation } from "@kubernetes-models/flux-cd/image.toolkit.fluxcd.io/v1/ImageUpdateAutomation";
import { policyName } from "../object-names.ts";
import type { SyncPlan, PlannedEnvironment } from "../plan.ts";
import { fluxNamespace } from "./flux-namespace.ts";
import { gitSource } from "./source.ts";

/**
 * What looks for new tags and writes them to an environment's overlay. Where `rendered` is synced it pushes to a
 * branch of its own: a commit to the synced branch would change an overlay and not what is rendered of it.
 */
export function imageAutomation(plan: SyncPlan, environment: PlannedEnvironment): KubeObject[] {
  const updates = Object.entries(environment.sync.images ?? {});
  if (updates.length === 0) return [];
  const namespace = fluxNamespace(plan);
  const { branch, sync } = plan.definition;
  const { id, name } = environment;
  return [
    ...updates.flatMap(([image, { repository, semver }]) => {
      const metadata = { name: policyName(environment, image), namespace };
      return [
        new ImageRepository({ metadata, spec: { image: repository, interval: "5m" } }),
        new ImagePolicy({
          metadata,
          spec: { imageRepositoryRef: { name: metadata.name }, policy: { semver: { range: semver } } },
        }),
      ];
    }),
    new ImageUpdateAutomation({
      metadata: { name, namespace },
      spec: {
        interval: "5m",
        sourceRef: { kind: "GitRepository", name: plan.root },
        git: {
          checkout: { ref: { branch } },
          commit: {
            author: { name: "Flux", email: "flux@users.noreply.example.com" },
            messageTemplate: `Deploy new images to ${id}\n\n{{ range .Changed.Changes }}{{ .OldValue }} -> {{ .NewValue }}\n{{ end }}`,
          },
          push: { branch: sync === "overlay" ? branch : `flux-${name}` },
        },
        update: { path: `./${plan.inGit(`overlays/${id}`)}`, strategy: "Setters" },
      },
    }),
  ];
}

/** The Git repository that automations of a cluster commit to, where its source differs. */
export function automationSource(plan: SyncPlan, environments: readonly PlannedEnvironment[]): KubeObject[] {
  const isNeeded = environments.some(({ sync }) => Object.keys(sync.images ?? {}).length > 0);
  return isNeeded && plan.definition.flux?.oci !== undefined ? [gitSource(plan)] : [];
}
