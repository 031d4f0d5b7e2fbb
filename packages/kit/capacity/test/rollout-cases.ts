import type { Cluster } from "@kit/model";
import * as fc from "fast-check";

/** Workloads on a cluster that all roll at once, so small that some cannot. */
export interface RolloutCase {
  readonly cluster: Cluster;
  /** Without namespace; what rolls has the image `one`. */
  readonly objects: readonly CaseObject[];
}

interface CaseObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

const count = fc.integer({ min: 0, max: 3 });
const share = fc.oneof(count, fc.constantFrom("0%", "25%", "50%", "100%"));

const strategy = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ type: "Recreate" }) },
  { weight: 2, arbitrary: fc.constant({ type: "RollingUpdate" }) },
  {
    weight: 6,
    arbitrary: fc
      .record({ maxSurge: share, maxUnavailable: share })
      // Both 0 the server refuses.
      .filter((update) => Object.values(update).some((amount) => amount !== 0 && amount !== "0%"))
      .map((rollingUpdate) => ({ type: "RollingUpdate", rollingUpdate })),
  },
);

const apart = (app: string): object => ({
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: { app } }, topologyKey: "kubernetes.io/hostname" },
    ],
  },
});

const pod = fc.record({
  cpu: fc.integer({ min: 1, max: 8 }).map((steps) => `${steps * 100}m`),
  isApart: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  hasClass: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
});

function template(
  app: string,
  { cpu, isApart, hasClass }: { cpu: string; isApart: boolean; hasClass: boolean },
): object {
  const containers = [{ name: "one", image: "one", resources: { requests: { cpu } } }];
  const affinity = isApart ? { affinity: apart(app) } : {};
  const runtime = hasClass ? { runtimeClassName: "sandbox" } : {};
  return { metadata: { labels: { app } }, spec: { containers, ...affinity, ...runtime } };
}

function named(name: string, pod: Parameters<typeof template>[1]): object {
  return { selector: { matchLabels: { app: name } }, template: template(name, pod) };
}

const deployment = fc.record({ replicas: fc.integer({ min: 0, max: 5 }), strategy, pod });
const statefulSet = fc.record({ replicas: fc.integer({ min: 1, max: 3 }), pod });

const runtimeClass = {
  apiVersion: "node.k8s.io/v1",
  kind: "RuntimeClass",
  metadata: { name: "sandbox" },
  handler: "sandbox",
  overhead: { podFixed: { cpu: "150m" } },
};

export const rolloutCase: fc.Arbitrary<RolloutCase> = fc
  .record({
    nodes: fc.array(
      fc.record({
        count: fc.integer({ min: 1, max: 2 }),
        cpu: fc.integer({ min: 8, max: 32 }).map((tenths) => `${tenths * 100}m`),
        memory: fc.constant("8Gi"),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    deployments: fc.array(deployment, { minLength: 1, maxLength: 3 }),
    statefulSets: fc.array(statefulSet, { maxLength: 1 }),
  })
  .map(({ nodes, deployments, statefulSets }) => {
    const objects: CaseObject[] = [
      runtimeClass,
      ...deployments.map(({ pod: own, ...spec }, index): CaseObject => {
        const name = `web-${index + 1}`;
        return {
          apiVersion: "apps/v1",
          kind: "Deployment",
          metadata: { name },
          spec: { ...spec, ...named(name, own) },
        };
      }),
      ...statefulSets.map(({ pod: own, replicas }): CaseObject => {
        const spec = { replicas, serviceName: "db", ...named("db", own) };
        return { apiVersion: "apps/v1", kind: "StatefulSet", metadata: { name: "db" }, spec };
      }),
    ];
    return { cluster: { id: "generated", nodes, reserve: { cpu: "0", memory: "0" }, target: 100 }, objects };
  });
