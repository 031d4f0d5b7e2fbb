import { Deployment } from "kubernetes-models/apps/v1/Deployment";
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

/** A cluster that says nothing of its network. */
export const exampleCluster = {
  id: "one",
  nodes: [{ count: 3, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "1", memory: "2Gi" },
  target: 70,
};
