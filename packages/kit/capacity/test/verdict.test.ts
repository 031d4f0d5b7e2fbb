import { capacityReport, capacityVerdicts } from "@kit/capacity";
import { defineCluster } from "@kit/model";
import { expect, test } from "vitest";

const nodes = [{ count: 2, cpu: "2", memory: "4Gi" }];
const cluster = defineCluster({ id: "one", nodes, reserve: { cpu: "500m", memory: "1Gi" }, target: 70 });

function deployed(cpu: string, replicas: number) {
  const resources = { requests: { cpu, memory: "128Mi" }, limits: { cpu, memory: "256Mi" } };
  const template = {
    metadata: { labels: { app: "web" } },
    spec: { containers: [{ name: "web", image: "web", resources }] },
  };
  const spec = { replicas, selector: { matchLabels: { app: "web" } }, template };
  const data = { apiVersion: "apps/v1", kind: "Deployment", metadata: { name: "web" }, spec };
  return [{ id: "dev", cluster, objects: [{ where: "web.yaml", data }] }];
}

test.for([
  ["100m", 2],
  ["1", 2],
  ["1", 3],
] as const)("the verdict on %s of CPU for %d pods is that of the report", ([cpu, replicas]) => {
  const environments = deployed(cpu, replicas);
  const { id, target, usage, pending } = capacityReport(environments).clusters[0]!;
  expect(capacityVerdicts(environments)).toEqual([{ id, target, usage, pending }]);
});
