import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readEnvironment } from "../src/objects/read-environment.ts";
import { planOf } from "../src/report/plan.ts";
import { simulateAtWorst } from "../src/report/simulate.ts";
import { surelyFit } from "../src/report/surely-fit.ts";
import { nodesOf } from "../src/scheduler/nodes.ts";

const reserve = { cpu: "0", memory: "0" };
const size = fc.record({ cpu: fc.integer({ min: 1, max: 20 }), memory: fc.integer({ min: 1, max: 20 }) });

function deployment(name: string, { cpu, memory }: { cpu: number; memory: number }, replicas: number, pod: object) {
  const requests = { cpu: `${cpu * 100}m`, memory: `${memory * 64}Mi` };
  const template = {
    metadata: { labels: { app: name } },
    spec: { containers: [{ name, image: name, resources: { requests } }], ...pod },
  };
  const spec = { replicas, selector: { matchLabels: { app: name } }, template };
  return { where: name, data: { apiVersion: "apps/v1", kind: "Deployment", metadata: { name }, spec } };
}

function clusterOf(count: number, { cpu, memory }: { cpu: number; memory: number }, pods: number) {
  return nodesOf({
    id: "one",
    nodes: [{ count, cpu: `${cpu * 100}m`, memory: `${memory * 64}Mi`, pods }],
    reserve,
    target: 70,
  });
}

test("what surely fits is placed, whatever the scheduler chooses", () => {
  const seen = { sure: 0, unsure: 0 };
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.record({ cpu: fc.integer({ min: 20, max: 80 }), memory: fc.integer({ min: 20, max: 80 }) }),
      fc.constantFrom(3, 6, 110),
      fc.array(fc.tuple(size, fc.integer({ min: 0, max: 4 })), { minLength: 1, maxLength: 6 }),
      (count, room, pods, services) => {
        const nodes = clusterOf(count, room, pods);
        const objects = services.map(([one, replicas], index) => deployment(`service-${index}`, one, replicas, {}));
        const environment = readEnvironment("dev", objects);
        const sure = surelyFit(nodes, environment.workloads);
        seen[sure ? "sure" : "unsure"]++;
        // A pod without a node is a counterexample only where every pod was sure to find one.
        return !sure || simulateAtWorst(planOf(nodes, [environment])).rolling.pending.length === 0;
      },
    ),
    { numRuns: 500 },
  );
  expect(Math.min(seen.sure, seen.unsure)).toBeGreaterThan(50);
});

const anti = (app: string) => ({
  requiredDuringSchedulingIgnoredDuringExecution: [
    { topologyKey: "kubernetes.io/hostname", labelSelector: { matchLabels: { app } } },
  ],
});

test.for<[string, object]>([
  ["a node's name", { nodeName: "node-1" }],
  ["a node selector", { nodeSelector: { disk: "ssd" } }],
  ["a host port", { containers: [{ name: "web", ports: [{ containerPort: 80, hostPort: 80 }] }] }],
  ["the host's network", { hostNetwork: true, containers: [{ name: "web", ports: [{ containerPort: 80 }] }] }],
  ["affinity to pods", { affinity: { podAffinity: anti("web") } }],
  ["anti-affinity to pods", { affinity: { podAntiAffinity: anti("web") } }],
  [
    "affinity to nodes",
    { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } } } },
  ],
  [
    "spreading that must hold",
    {
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: "kubernetes.io/hostname", whenUnsatisfiable: "DoNotSchedule", labelSelector: {} },
      ],
    },
  ],
])("is never sure of a pod with %s", ([, pod]) => {
  const nodes = clusterOf(3, { cpu: 80, memory: 80 }, 110);
  const fits = (spec: object): boolean =>
    surelyFit(nodes, readEnvironment("dev", [deployment("web", { cpu: 1, memory: 1 }, 1, spec)]).workloads);
  expect([fits({}), fits(pod)]).toEqual([true, false]);
});

test("is never sure of nodes that differ, or have a taint", () => {
  const { workloads } = readEnvironment("dev", [deployment("web", { cpu: 1, memory: 1 }, 1, {})]);
  const node = { count: 1, cpu: "4", memory: "8Gi" };
  const taints = [{ key: "dedicated", effect: "NoSchedule" as const }];
  const fits = (...groups: (typeof node & { taints?: typeof taints })[]): boolean =>
    surelyFit(nodesOf({ id: "one", nodes: groups, reserve, target: 70 }), workloads);
  expect([fits(node, node), fits(node, { ...node, cpu: "8" }), fits(node, { ...node, taints })]).toEqual([
    true,
    false,
    false,
  ]);
});
