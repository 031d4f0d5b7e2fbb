import type { ManifestData } from "./manifest.ts";

/** Of a PersistentVolumeClaim, as a workload has it. */
export interface ClaimTemplate {
  readonly metadata?: { readonly name?: string; readonly labels?: object; readonly annotations?: object };
  readonly spec?: object;
}

export interface VolumeClaim {
  readonly apiVersion: "v1";
  readonly kind: "PersistentVolumeClaim";
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: object;
}

/** The templates of the claims that the workload's controller makes for each of its pods. */
export function claimTemplatesOf({ spec = {} }: ManifestData): readonly ClaimTemplate[] {
  const { volumeClaimTemplates = [] } = spec as { volumeClaimTemplates?: readonly ClaimTemplate[] };
  return volumeClaimTemplates;
}

/** pkg/controller/statefulset getPersistentVolumeClaims: the claim's name is the template's and the pod's. */
export function claimOf(template: ClaimTemplate, { metadata }: ManifestData, podName: string): VolumeClaim {
  const { name = "", labels, annotations } = template.metadata ?? {};
  return {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: {
      name: `${name}-${podName}`,
      namespace: metadata.namespace ?? "default",
      ...(labels === undefined ? {} : { labels }),
      ...(annotations === undefined ? {} : { annotations }),
    },
    spec: template.spec ?? {},
  };
}
