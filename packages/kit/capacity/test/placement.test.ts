import { describe, expect, test } from "vitest";
import { clusterOf, container, deployment, objectOf, reportOf } from "./objects.ts";

const zone = "topology.kubernetes.io/zone";
const zones = [{ labels: { [zone]: "a" } }, { labels: { [zone]: "b" } }];
const still = { strategy: { type: "Recreate" } };
const pod = (spec: object = {}): object => ({ containers: [container({ cpu: "100m", memory: "64Mi" })], ...spec });

/** How many pods stand on each node. */
function places(nodes: Parameters<typeof clusterOf>, ...objects: object[]): string {
  return reportOf(clusterOf(...nodes), ...objects)
    .nodes.map(({ services }) => JSON.stringify(services))
    .join(" ");
}

/** Pods without a node, and why. */
function pending(nodes: Parameters<typeof clusterOf>, ...objects: object[]): unknown[] {
  return reportOf(clusterOf(...nodes), ...objects).pending.map(({ service, pods, when, reasons }) => [
    `${pods} ${service}, ${when}`,
    reasons,
  ]);
}

const away = (topologyKey: string, app = "web"): object => ({
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { app } }, topologyKey }],
  },
});
const near = (topologyKey: string, app: string): object => ({
  podAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: { matchLabels: { app } }, topologyKey }],
  },
});

describe("a pod stays without a node", () => {
  test("where requests are more than what the system leaves, although less than the node has", () => {
    const big = pod({ containers: [container({ cpu: "3001m", memory: "7Gi" })] });
    expect(pending([{ count: 2 }], deployment("web", still, big))).toEqual([
      ["1 web, steady", { "has not enough cpu and memory": 2 }],
    ]);
  });

  test("where nodes are full of pods", () => {
    expect(pending([{ count: 2, pods: 2 }], deployment("web", { replicas: 5, ...still }, pod()))).toEqual([
      ["1 web, steady", { "has not enough room for another pod": 2 }],
    ]);
  });

  test("where 110 pods are on the only node, by default", () => {
    const nothing = { containers: [{ name: "app" }] };
    expect(pending([{}], deployment("web", { replicas: 111, ...still }, nothing))).toEqual([
      ["1 web, steady", { "has not enough room for another pod": 1 }],
    ]);
  });

  test("where no node has what else it requests", () => {
    const gpu = pod({ containers: [container({ "nvidia.com/gpu": "1" })] });
    expect(pending([{}], deployment("web", still, gpu))).toEqual([
      ["1 web, steady", { "has not enough nvidia.com/gpu": 1 }],
    ]);
    expect(pending([{ resources: { "nvidia.com/gpu": "1" } }], deployment("web", still, gpu))).toEqual([]);
  });

  test("where it does not select the nodes, or does not tolerate their taints", () => {
    const taints = [{ key: "dedicated", value: "db", effect: "NoSchedule" as const }];
    const selecting = pod({ nodeSelector: { disk: "ssd" } });
    expect(pending([{ count: 2 }, { taints }], deployment("web", still, selecting))).toEqual([
      [
        "1 web, steady",
        {
          "does not match the pod's node selector or affinity": 2,
          "has the taint dedicated, which the pod does not tolerate": 1,
        },
      ],
    ]);
    const tolerating = pod({ tolerations: [{ key: "dedicated", operator: "Equal", value: "db" }] });
    expect(places([{ taints }], deployment("web", still, tolerating))).toBe('{"web":1}');
  });

  test("where its host port is taken", () => {
    const onPort = pod({ containers: [{ name: "app", ports: [{ containerPort: 80, hostPort: 80 }] }] });
    expect(pending([{}], deployment("web", { replicas: 2, ...still }, onPort))).toEqual([
      ["1 web, steady", { "has another pod on the pod's host port": 1 }],
    ]);
  });

  test("where it must be away from another, also while it rolls: as many replicas as nodes leave no room for one more", () => {
    const apart = pod({ affinity: away("kubernetes.io/hostname") });
    const rolling = { replicas: 2, strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
    expect(pending([{ count: 2 }], deployment("web", rolling, apart))).toEqual([
      ["1 web, all roll", { "is too near to a pod that must be away": 2 }],
    ]);
    expect(pending([{ count: 3 }], deployment("web", rolling, apart))).toEqual([]);
  });

  test("where another must be away from it", () => {
    const first = deployment("db", still, pod({ affinity: away(zone) }));
    expect(pending([zones[0]!], first, deployment("web", still, pod()))).toEqual([
      ["1 web, steady", { "is too near to a pod that wants to be away": 1 }],
    ]);
  });

  test("where there is no pod that it must be near to", () => {
    expect(pending([{}], deployment("web", still, pod({ affinity: near("kubernetes.io/hostname", "db") })))).toEqual([
      ["1 web, steady", { "is not near to a pod that must be near": 1 }],
    ]);
  });

  test("where it would be spread too unevenly", () => {
    const evenly = {
      maxSkew: 1,
      topologyKey: zone,
      whenUnsatisfiable: "DoNotSchedule",
      labelSelector: { matchLabels: { app: "web" } },
    };
    const spread = pod({ topologySpreadConstraints: [evenly] });
    const nodes: Parameters<typeof clusterOf> = [zones[0]!, { ...zones[1]!, pods: 1 }, {}];
    expect(pending(nodes, deployment("web", { replicas: 4, ...still }, spread))).toEqual([
      [
        "1 web, steady",
        {
          [`would have too many of the pods, which are spread by ${zone}`]: 1,
          "has not enough room for another pod": 1,
          [`has no label ${zone}, over which the pods are spread`]: 1,
        },
      ],
    ]);
  });
});

test("a pod that must be near to one which comes later gets its node", () => {
  const objects = [deployment("web", still, pod({ affinity: near(zone, "db") })), deployment("db", still, pod())];
  expect(pending([...zones], ...objects)).toEqual([]);
});

test("pods that must be near to each other start somewhere", () => {
  const social = pod({ affinity: near("kubernetes.io/hostname", "web") });
  expect(places([{ count: 2 }], deployment("web", { replicas: 3, ...still }, social))).toBe('{"web":3} {}');
});

test("a higher priority comes first", () => {
  const big = { containers: [container({ cpu: "2", memory: "1Gi" })] };
  const priority = {
    apiVersion: "scheduling.k8s.io/v1",
    kind: "PriorityClass",
    metadata: { name: "high" },
    value: 1000,
  };
  const objects = [deployment("low", still, big), deployment("high", still, { ...big, priorityClassName: "high" })];
  expect(places([{}], ...objects, priority)).toBe('{"high":1}');
});

test("replicas spread over the nodes by default, and emptier nodes are preferred", () => {
  const nodes: Parameters<typeof clusterOf> = [{ count: 2 }, { cpu: "8", memory: "16Gi" }];
  expect(places(nodes, deployment("web", { replicas: 3, ...still }, pod()))).toBe('{"web":1} {"web":1} {"web":1}');
});

test("a preference for nodes is followed where there is room", () => {
  const preference = { matchExpressions: [{ key: "disk", operator: "In", values: ["ssd"] }] };
  const affinity = { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference }] } };
  const nodes: Parameters<typeof clusterOf> = [{}, { labels: { disk: "ssd" }, pods: 1 }];
  expect(places(nodes, objectOf("Pod", "a", pod({ affinity })), objectOf("Pod", "b", pod({ affinity })))).toBe(
    '{"b (Pod)":1} {"a (Pod)":1}',
  );
});

test("a DaemonSet has its pod on each node that takes it", () => {
  const taints = [{ key: "dedicated", effect: "NoExecute" as const }];
  const agent = objectOf("DaemonSet", "agent", { template: { spec: pod() } });
  expect(places([{ count: 2 }, { taints }], agent)).toBe('{"agent (DaemonSet)":1} {"agent (DaemonSet)":1} {}');
});

test("where the scheduler's pick among equal nodes decides, it counts as not fitting and is said", () => {
  const nodes: Parameters<typeof clusterOf> = [{ labels: { disk: "ssd" } }, {}];
  const small = objectOf("Pod", "small", { containers: [container({ cpu: "2", memory: "4Gi" })] });
  const choosy = { containers: [container({ cpu: "2", memory: "4Gi" })], nodeSelector: { disk: "ssd" } };
  const { fits, notes } = reportOf(clusterOf(...nodes), small, objectOf("Pod", "choosy", choosy));
  expect({ fits, notes }).toEqual({
    fits: false,
    notes: [
      "whether it fits depends on chance: which of equally good nodes the scheduler picks, and which pod it tries first",
    ],
  });
});

test("where a waiting pod may be tried before or after others, that is left to chance as well", () => {
  const waiting = pod({
    affinity: near("kubernetes.io/hostname", "db"),
    containers: [container({ cpu: "2", memory: "1Gi" })],
  });
  const big = { containers: [container({ cpu: "1500m", memory: "1Gi" })] };
  const objects = [deployment("web", still, waiting), deployment("db", still, pod()), deployment("other", still, big)];
  // Tried at once, web gets the node of db; tried later, other has taken the room there.
  const { fits, certain, notes } = reportOf(clusterOf({}, { cpu: "2600m" }), ...objects);
  expect({ fits, certain, notes: notes.length }).toEqual({ fits: false, certain: false, notes: 1 });
});
