import { groupOf, mapOf, podTemplateOf, type Loose } from "@kit/kube";
import type { ManifestData } from "./manifest.ts";

/**
 * A Pod as the workload's controller would make it, or undefined for what has no pods.
 *
 * An admission plugin such as Pod Security refuses Pods, not Deployments, so only a Pod tells.
 */
export function podOf(data: ManifestData): Loose | undefined {
  const { apiVersion, kind, metadata } = data;
  const { name, namespace = "default" } = metadata;
  const template = kind === "Pod" ? undefined : podTemplateOf(data)?.template;
  if (template?.["spec"] === undefined) return undefined;
  // A Job's Pod needs a policy that its template may leave to the Job's default.
  const restart = groupOf(apiVersion) === "batch" ? { restartPolicy: "Never" } : {};
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...mapOf(template["metadata"]), name: `${name.slice(0, 50)}-verify`, namespace },
    spec: { ...restart, ...mapOf(template["spec"]) },
  };
}
