import { expect, test } from "vitest";
import { isAsProduction, isKubeObject, protectInProduction } from "../src/index.ts";
import { exampleCluster, exampleDeployment, exampleWorkloads } from "./example-deployment.ts";

const labels = { app: "web", team: "shop" };
const deployment = exampleDeployment();

test("in production: spread, a budget and a policy, with the Deployment's own selector", () => {
  const changes = protectInProduction(deployment, { environment: "production", cluster: exampleCluster }, { labels });
  const selector = { matchLabels: { app: "web" } };
  expect(changes.map((change) => (isKubeObject(change) ? change.toJSON() : change))).toEqual([
    {
      target: deployment,
      delta: {
        spec: {
          template: {
            spec: {
              topologySpreadConstraints: [
                {
                  maxSkew: 1,
                  topologyKey: "kubernetes.io/hostname",
                  whenUnsatisfiable: "ScheduleAnyway",
                  labelSelector: selector,
                  matchLabelKeys: ["pod-template-hash"],
                },
              ],
            },
          },
        },
      },
    },
    {
      apiVersion: "policy/v1",
      kind: "PodDisruptionBudget",
      metadata: { name: "web-pdb", labels },
      spec: { maxUnavailable: 1, selector, unhealthyPodEvictionPolicy: "AlwaysAllow" },
    },
    {
      apiVersion: "networking.k8s.io/v1",
      kind: "NetworkPolicy",
      metadata: { name: "web-network-policy", labels },
      spec: {
        podSelector: selector,
        policyTypes: ["Ingress", "Egress"],
        egress: [
          {
            to: [
              {
                namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } },
                podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
              },
            ],
            ports: [
              { protocol: "UDP", port: 53 },
              { protocol: "TCP", port: 53 },
            ],
          },
        ],
      },
    },
  ]);
});

test("the same of a StatefulSet; a policy alone of what has no replicas", () => {
  const env = { environment: "production", cluster: exampleCluster } as const;
  const made = exampleWorkloads().map((workload) => {
    const changes = protectInProduction(workload, env, { labels });
    return [workload.kind, ...changes.map((change) => (isKubeObject(change) ? change.kind : "spread"))];
  });
  expect(made).toEqual([
    ["Deployment", "spread", "PodDisruptionBudget", "NetworkPolicy"],
    ["StatefulSet", "spread", "PodDisruptionBudget", "NetworkPolicy"],
    ["DaemonSet", "NetworkPolicy"],
    ["Job", "NetworkPolicy"],
    ["CronJob", "NetworkPolicy"],
  ]);
});

test.for([
  [{ environment: "development" }, false],
  [{ environment: "staging" }, true],
  [{ environment: "production" }, true],
  [{ environment: "development", asProduction: true }, true],
  [{ environment: "staging", asProduction: false }, false],
  [{ environment: "production", asProduction: false }, false],
] as const)("acts where the environment is as production: %j", ([stage, expected]) => {
  const changes = protectInProduction(deployment, { ...stage, cluster: exampleCluster }, { labels });
  expect({ acts: changes.length > 0, is: isAsProduction(stage) }).toEqual({ acts: expected, is: expected });
});
