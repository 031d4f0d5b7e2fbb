import type { ManifestData } from "./manifest.ts";

interface PodTemplate {
  readonly metadata?: object;
  readonly spec: object;
}

/**
 * A Pod as the workload's controller would make it, or undefined for what has no pods.
 *
 * An admission plugin such as Pod Security refuses Pods, not Deployments, so only a Pod tells.
 */
export function podOf({
  kind,
  metadata: { name, namespace = "default" },
  spec = {},
}: ManifestData): object | undefined {
  const template = kind === "CronJob" ? templateIn(specIn(spec, "jobTemplate")) : templateIn(spec);
  if (kind === "Pod" || template === undefined) return undefined;
  // A Job's Pod needs a policy that its template may leave to the Job's default.
  const restart = kind === "Job" || kind === "CronJob" ? { restartPolicy: "Never" } : {};
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...template.metadata, name: `${name.slice(0, 50)}-verify`, namespace },
    spec: { ...restart, ...template.spec },
  };
}

function specIn(value: object, key: string): object {
  const child = (value as Record<string, { spec?: object } | undefined>)[key];
  return child?.spec ?? {};
}

function templateIn(spec: object): PodTemplate | undefined {
  const { template } = spec as { template?: Partial<PodTemplate> };
  // Other kinds have templates too, of other things: Argo CD's ApplicationSet one of Applications.
  if (template?.spec === undefined || !("containers" in template.spec)) return undefined;
  return { metadata: template.metadata ?? {}, spec: template.spec };
}
