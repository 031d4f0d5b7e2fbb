import type { Cluster } from "@kit/model";
import * as fc from "fast-check";

/** Pods on a cluster, small enough that some find no node. */
export interface SchedulerCase {
  readonly cluster: Cluster;
  /** Pod objects without namespace, in the order in which they are made. */
  readonly pods: readonly PodObject[];
}

interface PodObject {
  readonly apiVersion: "v1";
  readonly kind: "Pod";
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly spec: Readonly<Record<string, unknown>>;
}

const zone = "topology.kubernetes.io/zone";
const hostname = "kubernetes.io/hostname";
const app = fc.constantFrom("a", "b", "c");
const topologyKey = fc.constantFrom(hostname, zone);
const weight = fc.integer({ min: 1, max: 100 });

/** One in so many has it. */
function sometimes<T extends object>(oneIn: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | object> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant({}) }, { weight: 1, arbitrary });
}

const labelSelector = fc.oneof(
  app.map((name) => ({ matchLabels: { app: name } })),
  fc.subarray(["a", "b", "c"], { minLength: 1 }).map((values) => ({
    matchExpressions: [{ key: "app", operator: "In", values }],
  })),
  app.map((name) => ({ matchExpressions: [{ key: "app", operator: "NotIn", values: [name] }] })),
  fc.constant({}),
);

const taint = fc.record({
  key: fc.constantFrom("dedicated", "spot"),
  value: fc.constantFrom("x", "y"),
  effect: fc.constantFrom("NoSchedule" as const, "PreferNoSchedule" as const, "NoExecute" as const),
});

const nodes = fc
  .record({
    count: fc.integer({ min: 1, max: 3 }),
    cpu: fc.integer({ min: 5, max: 40 }).map((tenths) => `${tenths * 100}m`),
    memory: fc.integer({ min: 4, max: 32 }).map((eighths) => `${eighths * 128}Mi`),
    pods: fc.constantFrom(3, 5, 110, 110, 110),
    labels: fc.tuple(
      fc.constantFrom({}, { [zone]: "1" }, { [zone]: "2" }, { [zone]: "3" }),
      fc.constantFrom({}, { disk: "ssd" }, { disk: "hdd" }, { size: "8" }),
    ),
    taints: fc.oneof(
      { weight: 4, arbitrary: fc.array(taint, { maxLength: 0 }) },
      { weight: 1, arbitrary: fc.array(taint, { minLength: 1, maxLength: 1 }) },
    ),
  })
  .map(({ labels, ...group }) => ({ ...group, labels: { ...labels[0], ...labels[1] } as Record<string, string> }));

const quantities = fc.record({
  cpu: fc.integer({ min: 0, max: 12 }).map((steps) => `${steps * 50}m`),
  memory: fc.integer({ min: 0, max: 10 }).map((steps) => `${steps * 64}Mi`),
});
const resources = fc.oneof(
  { weight: 6, arbitrary: quantities.map((requests) => ({ requests })) },
  { weight: 2, arbitrary: quantities.map((limits) => ({ limits })) },
  { weight: 3, arbitrary: fc.constant({}) },
);

const nodeTerm = fc.oneof(
  fc.constantFrom(
    { matchExpressions: [{ key: "disk", operator: "In", values: ["ssd", "hdd"] }] },
    { matchExpressions: [{ key: "disk", operator: "NotIn", values: ["ssd"] }] },
    { matchExpressions: [{ key: zone, operator: "Exists" }] },
    { matchExpressions: [{ key: zone, operator: "DoesNotExist" }] },
    { matchExpressions: [{ key: "size", operator: "Gt", values: ["4"] }] },
    { matchExpressions: [{ key: zone, operator: "In", values: ["1", "2"] }] },
  ),
);

const podTerm = fc.record({ labelSelector, topologyKey });
const weighted = fc.record({ weight, podAffinityTerm: podTerm });
const nodeAffinity = fc.tuple(
  sometimes(
    2,
    fc.array(nodeTerm, { minLength: 1, maxLength: 2 }).map((nodeSelectorTerms) => ({
      requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms },
    })),
  ),
  sometimes(
    2,
    fc
      .record({ weight, preference: nodeTerm })
      .map((term) => ({ preferredDuringSchedulingIgnoredDuringExecution: [term] })),
  ),
);
const podAffinity = fc.tuple(
  sometimes(
    2,
    podTerm.map((term) => ({ requiredDuringSchedulingIgnoredDuringExecution: [term] })),
  ),
  sometimes(
    2,
    weighted.map((term) => ({ preferredDuringSchedulingIgnoredDuringExecution: [term] })),
  ),
);
const together = ([one, other]: readonly object[]): object => ({ ...one, ...other });
const affinity = fc
  .tuple(
    sometimes(
      4,
      nodeAffinity.map((parts) => ({ nodeAffinity: together(parts) })),
    ),
    sometimes(
      3,
      podAffinity.map((parts) => ({ podAffinity: together(parts) })),
    ),
    sometimes(
      4,
      podAffinity.map((parts) => ({ podAntiAffinity: together(parts) })),
    ),
  )
  .map((parts) => ({ affinity: Object.assign({}, ...parts) }));

const spread = fc
  .record({
    maxSkew: fc.integer({ min: 1, max: 2 }),
    topologyKey,
    whenUnsatisfiable: fc.constantFrom("DoNotSchedule", "ScheduleAnyway"),
    labelSelector,
    nodeAffinityPolicy: fc.constantFrom("Honor", "Ignore"),
    nodeTaintsPolicy: fc.constantFrom("Honor", "Ignore"),
  })
  .chain((constraint) =>
    constraint.whenUnsatisfiable === "DoNotSchedule"
      ? sometimes(3, fc.record({ minDomains: fc.integer({ min: 1, max: 3 }) })).map((more) => ({
          ...constraint,
          ...more,
        }))
      : fc.constant(constraint),
  )
  .map((constraint) => ({ topologySpreadConstraints: [constraint] }));

const toleration = fc.constantFrom(
  { operator: "Exists" },
  { key: "dedicated", operator: "Exists", effect: "NoSchedule" },
  { key: "dedicated", operator: "Equal", value: "x" },
  { key: "spot", value: "y", effect: "NoExecute" },
);

const container = (name: string): fc.Arbitrary<object> =>
  resources.map((own) => ({ name, image: "app", resources: own }));
const initContainers = fc
  .tuple(sometimes(2, fc.constant({ restartPolicy: "Always" })), container("first"), container("second"))
  .map(([sidecar, one, other]) => ({ initContainers: [{ ...one, ...sidecar }, other] }));

const podSpec = fc
  .tuple(
    container("app"),
    sometimes(16, fc.constant({ ports: [{ containerPort: 80, hostPort: 8080 }] })),
    sometimes(6, initContainers),
    sometimes(16, fc.constantFrom({ nodeSelector: { disk: "ssd" } }, { nodeSelector: { [zone]: "1" } })),
    sometimes(
      3,
      toleration.map((one) => ({ tolerations: [one] })),
    ),
    sometimes(2, affinity),
    sometimes(3, spread),
  )
  .map(([own, ports, ...parts]) => Object.assign({ containers: [{ ...own, ...ports }] }, ...parts) as object);

const workload = fc.record({ app, replicas: fc.integer({ min: 1, max: 6 }), spec: podSpec });

export const schedulerCase: fc.Arbitrary<SchedulerCase> = fc
  .record({
    groups: fc.array(nodes, { minLength: 1, maxLength: 3 }),
    workloads: fc.array(workload, { minLength: 2, maxLength: 5 }),
  })
  .map(({ groups, workloads }) => ({
    cluster: { id: "generated", nodes: groups, reserve: { cpu: "0", memory: "0" }, target: 100 },
    pods: workloads.flatMap((one, index) =>
      Array.from({ length: one.replicas }, (_, replica): PodObject => ({
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: `pod-${index + 1}-${replica + 1}`, labels: { app: one.app } },
        spec: { ...one.spec },
      })),
    ),
  }));

const named = (name: string): PodObject["metadata"] => ({ name, labels: { app: name } });
const containers = [{ name: "app", image: "app" }];
const nearB = { labelSelector: { matchLabels: { app: "b" } }, topologyKey: hostname };

/** What the generator makes seldom: a pod that has to wait for a later one. */
export const waitingCase: SchedulerCase = {
  cluster: {
    id: "written",
    nodes: [{ count: 2, cpu: "1", memory: "1Gi" }],
    reserve: { cpu: "0", memory: "0" },
    target: 100,
  },
  pods: [
    {
      apiVersion: "v1",
      kind: "Pod",
      metadata: named("a"),
      spec: { containers, affinity: { podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [nearB] } } },
    },
    { apiVersion: "v1", kind: "Pod", metadata: named("b"), spec: { containers } },
  ],
};
