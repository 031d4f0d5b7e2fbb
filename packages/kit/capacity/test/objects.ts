import { capacityReport, type ClusterReport } from "@kit/capacity";
import type { Cluster } from "@kit/model";

/** A cluster of nodes with 4 CPU and 8Gi, of which the system takes 1 CPU and 2Gi. */
export function clusterOf(...nodes: Partial<Cluster["nodes"][number]>[]): Cluster {
  return {
    id: "one",
    nodes: nodes.map((group) => ({ count: 1, cpu: "4", memory: "8Gi", ...group })),
    reserve: { cpu: "1", memory: "2Gi" },
    target: 70,
  };
}

/** A container that requests and may use so much. */
export function container(requests: object = {}, limits: object = requests): object {
  return { name: "app", image: "app", resources: { requests, limits } };
}

/** A pod template with the label `app`. */
export function template(app: string, spec: object): object {
  return { metadata: { labels: { app } }, spec };
}

export function deployment(name: string, spec: object, pod: object = { containers: [container()] }): object {
  const selector = { matchLabels: { app: name } };
  return objectOf("Deployment", name, { selector, template: template(name, pod), ...spec });
}

export function objectOf(kind: string, name: string, spec: object): object {
  return { apiVersion: versions[kind] ?? "v1", kind, metadata: { name }, spec };
}

const versions: Readonly<Record<string, string>> = {
  CloneSet: "apps.kruise.io/v1alpha1",
  CronJob: "batch/v1",
  DaemonSet: "apps/v1",
  Deployment: "apps/v1",
  HorizontalPodAutoscaler: "autoscaling/v2",
  Job: "batch/v1",
  ReplicaSet: "apps/v1",
  Rollout: "argoproj.io/v1alpha1",
  ScaledJob: "keda.sh/v1alpha1",
  StatefulSet: "apps/v1",
};

/** The report of one environment that has the objects. */
export function reportOf(cluster: Cluster, ...objects: object[]): ClusterReport {
  const sources = objects.map((data, index) => ({ where: `generated/rendered/dev/${index}.yaml`, data }));
  return capacityReport([{ id: "dev", cluster, objects: sources }]).clusters[0]!;
}
