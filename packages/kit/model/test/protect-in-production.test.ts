import { expect, test } from "vitest";
import { isKubeObject, protectInProduction } from "../src/index.ts";
import { exampleCluster, exampleDeployment } from "./example-deployment.ts";

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

test.for(["development", "staging"] as const)("nothing in %s", (environment) => {
  expect(protectInProduction(deployment, { environment, cluster: exampleCluster }, { labels })).toEqual([]);
});
