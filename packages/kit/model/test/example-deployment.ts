import { DaemonSet } from "kubernetes-models/apps/v1/DaemonSet";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { StatefulSet } from "kubernetes-models/apps/v1/StatefulSet";
import { CronJob } from "kubernetes-models/batch/v1/CronJob";
import { Job } from "kubernetes-models/batch/v1/Job";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";

/** The Deployment `web` with one container that opens TCP 8080, or with another pod. */
export function exampleDeployment(
  pod: IPodSpec = { containers: [{ name: "web", image: "web", ports: [{ containerPort: 8080 }] }] },
): Deployment {
  const labels = { app: "web" };
  return new Deployment({
    metadata: { name: "web", labels },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: pod } },
  });
}

/** A workload of each kind, `web`, with the same pods. */
export function exampleWorkloads(): [Deployment, StatefulSet, DaemonSet, Job, CronJob] {
  const labels = { app: "web" };
  const metadata = { name: "web", labels };
  const spec = { containers: [{ name: "web", image: "web", ports: [{ containerPort: 8080 }] }] };
  const template = { metadata: { labels }, spec };
  const once = { ...template, spec: { ...spec, restartPolicy: "Never" as const } };
  const selector = { matchLabels: labels };
  return [
    exampleDeployment(),
    new StatefulSet({ metadata, spec: { serviceName: "web", selector, template } }),
    new DaemonSet({ metadata, spec: { selector, template } }),
    new Job({ metadata, spec: { template: once } }),
    new CronJob({ metadata, spec: { schedule: "0 3 * * *", jobTemplate: { spec: { template: once } } } }),
  ];
}

/** A cluster that says nothing of its network. */
export const exampleCluster = {
  id: "one",
  nodes: [{ count: 3, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
