import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clusterOf, container, deployment, objectOf, reportOf, template } from "./objects.ts";

const pod = { containers: [container({ cpu: "10m", memory: "16Mi" })] };

/** Pods when nothing rolls, when all is scaled up, and when all roll. */
function pods(...objects: object[]): string {
  const { moments } = reportOf(clusterOf({ count: 3 }), ...objects);
  return moments
    .filter(({ when }) => when !== "one rolls")
    .map((one) => `${one.when}: ${one.pods}`)
    .join(", ");
}

const rolling = (maxSurge: number | string, maxUnavailable: number | string = 0): object => ({
  strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable } },
});

describe("a Deployment", () => {
  test.each([
    ["of one replica by default", {}, "steady: 1, all roll: 2"],
    ["has 25% more by default, rounded up", { replicas: 5 }, "steady: 5, all roll: 7"],
    ["with a number", { replicas: 4, ...rolling(3) }, "steady: 4, all roll: 7"],
    ["with a percentage", { replicas: 3, ...rolling("34%") }, "steady: 3, all roll: 5"],
    ["with a percentage that needs no rounding", { replicas: 4, ...rolling("50%") }, "steady: 4, all roll: 6"],
    ["with none", { replicas: 4, ...rolling(0, 1) }, "steady: 4, all roll: 4"],
    ["with 0%", { replicas: 4, ...rolling("0%", "25%") }, "steady: 4, all roll: 4"],
    ["that is recreated", { replicas: 4, strategy: { type: "Recreate" } }, "steady: 4, all roll: 4"],
    ["without replicas", { replicas: 0, ...rolling(2) }, "steady: 0, all roll: 0"],
  ])("%s", (_, spec, expected) => expect(pods(deployment("web", spec, pod))).toBe(expected));

  test("rounds as Kubernetes does, whatever the percentage", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 100 }), (replicas, percent) => {
        const expected = replicas + Math.floor((replicas * percent + 99) / 100);
        const said = pods(deployment("web", { replicas, ...rolling(`${percent}%`) }, pod));
        expect(said).toBe(`steady: ${replicas}, all roll: ${expected}`);
      }),
      { numRuns: 30 },
    );
  });
});

const autoscaler = (minReplicas: number | undefined, maxReplicas: number, kind = "Deployment"): object =>
  objectOf("HorizontalPodAutoscaler", "web", {
    scaleTargetRef: { apiVersion: "apps/v1", kind, name: "web" },
    maxReplicas,
    ...(minReplicas === undefined ? {} : { minReplicas }),
  });

test.each([
  ["rolls at its maximum", { replicas: 2 }, autoscaler(1, 8), "steady: 2, scaled up: 8, all roll: 10"],
  ["is never below the minimum", { replicas: 1 }, autoscaler(3, 4), "steady: 3, scaled up: 4, all roll: 5"],
  ["is never above the maximum", { replicas: 9 }, autoscaler(1, 4), "steady: 4, all roll: 5"],
  ["is left alone at 0 replicas", { replicas: 0 }, autoscaler(2, 4), "steady: 0, all roll: 0"],
  ["of another kind does not count", { replicas: 2 }, autoscaler(2, 9, "StatefulSet"), "steady: 2, all roll: 3"],
])("a Deployment with an autoscaler %s", (_, spec, scaler, expected) => {
  expect(pods(scaler, deployment("web", spec, pod))).toBe(expected);
});

const own = template("web", pod);

test.each([
  ["StatefulSet", { replicas: 3, template: own }, "steady: 3, all roll: 3"],
  ["ReplicaSet", { replicas: 2, template: own }, "steady: 2, all roll: 2"],
  ["Pod", pod, "steady: 1, all roll: 1"],
  ["DaemonSet", { template: own }, "steady: 3, all roll: 3"],
  ["DaemonSet", { template: own, updateStrategy: { rollingUpdate: { maxSurge: "50%" } } }, "steady: 3, all roll: 5"],
  ["DaemonSet", { template: template("web", { ...pod, nodeSelector: { gpu: "yes" } }) }, "steady: 0, all roll: 0"],
  ["Job", { parallelism: 4, completions: 2, template: own }, "steady: 0, scaled up: 2, all roll: 2"],
  ["Job", { suspend: true, template: own }, "steady: 0, all roll: 0"],
  ["CronJob", { jobTemplate: { spec: { template: own } } }, "steady: 0, scaled up: 1, all roll: 1"],
  ["Service", { selector: { app: "web" } }, "steady: 0, all roll: 0"],
])("a %s, %j", (kind, spec, expected) => expect(pods(objectOf(kind, "web", spec))).toBe(expected));

test("the one service whose rolling is worst is named", () => {
  const report = reportOf(
    clusterOf({}),
    deployment("many", { replicas: 2, ...rolling(2) }, { containers: [container({ cpu: "100m", memory: "1Gi" })] }),
    deployment("big", { replicas: 1, ...rolling(1) }, { containers: [container({ cpu: "900m", memory: "64Mi" })] }),
  );
  const worst = report.moments.find(({ when }) => when === "one rolls")!;
  expect([worst.service, worst.pods, worst.requests.cpu]).toEqual(["many", 5, 1300]);
});

const rolloutOf = (nodes: number, ...objects: object[]): unknown => {
  const { fits, waiting, notes } = reportOf(clusterOf({ count: nodes }), ...objects);
  return { fits, waiting: waiting.map(({ service, pods: count }) => `${count} ${service}`), notes };
};

const waitingNote = (pods: string, seconds = 30): string =>
  `while all roll, ${pods} for others to end, which hold their place until then: old pods up to ${seconds} s, jobs as long as they run`;

describe("a rollout that has not enough room for all its pods at once", () => {
  // 3 CPU are available on each node.
  const big = { containers: [container({ cpu: "1", memory: "16Mi" })] };

  test("completes where old pods may go first", () => {
    expect(rolloutOf(1, deployment("web", { replicas: 3, ...rolling(1, 1) }, big))).toEqual({
      fits: true,
      waiting: ["1 web"],
      notes: [waitingNote("1 pod of web waits")],
    });
  });

  test("completes where one of the pods that are more finds a node", () => {
    expect(rolloutOf(2, deployment("web", { replicas: 5, ...rolling(3, 0) }, big))).toEqual({
      fits: true,
      waiting: ["2 web"],
      notes: [waitingNote("2 pods of web wait")],
    });
  });

  test("does not where none may be away, and by default with fewer than 4 replicas none may", () => {
    const none = { fits: false, waiting: [], notes: [] };
    expect(rolloutOf(1, deployment("web", { replicas: 3, ...rolling(1, 0) }, big))).toEqual(none);
    expect(rolloutOf(1, deployment("web", { replicas: 3 }, big))).toEqual(none);
    expect(rolloutOf(2, deployment("web", { replicas: 6 }, big))).toMatchObject({ fits: true, waiting: ["2 web"] });
  });

  test("may take what another leaves, which then may lack it: who is faster is chance", () => {
    const both = [
      deployment("web", { replicas: 2, ...rolling(1, 0) }, big),
      deployment("job", { replicas: 1, strategy: { type: "Recreate" } }, big),
    ];
    expect(rolloutOf(1, ...both)).toEqual({
      fits: false,
      waiting: [],
      notes: [
        "whether it fits depends on chance: which of equally good nodes the scheduler picks, and which pod it tries first",
      ],
    });
  });

  test("where the old pods take their time, so long it takes", () => {
    const slow = { ...big, terminationGracePeriodSeconds: 600 };
    expect(rolloutOf(1, deployment("web", { replicas: 3, ...rolling(1, 1) }, slow))).toMatchObject({
      notes: [waitingNote("1 pod of web waits", 600)],
    });
  });

  test("where a DaemonSet has another pod more on each node, in turns", () => {
    const update = { updateStrategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
    const agent = (cpu: string): object =>
      objectOf("DaemonSet", "agent", {
        template: template("agent", { containers: [container({ cpu, memory: "16Mi" })] }),
        ...update,
      });
    expect(rolloutOf(2, agent("1500m"))).toMatchObject({ fits: true, waiting: [] });
    expect(rolloutOf(2, agent("1600m"))).toMatchObject({ fits: false });
  });
});

const jobOf = (name: string, cpu: string, kind = "Job"): object => {
  const spec = { parallelism: 2, completions: 4, template: template(name, { containers: [container({ cpu })] }) };
  return objectOf(kind, name, kind === "Job" ? spec : { schedule: "0 3 * * *", jobTemplate: { spec } });
};

const turnsOf = (...objects: object[]): unknown => {
  const { fits, waiting, pending } = reportOf(clusterOf({}), ...objects);
  return { fits, waiting: waiting.map(({ service, pods: count }) => `${count} ${service}`), pending: pending.length };
};

describe("jobs take turns", () => {
  test("with others and with themselves", () => {
    expect(turnsOf(jobOf("one", "2"), jobOf("two", "2", "CronJob"))).toEqual({
      fits: true,
      waiting: ["1 one (Job)", "2 two (CronJob)"],
      pending: 0,
    });
  });

  test("but one whose pod is too big for what is left never runs", () => {
    const web = deployment("web", { replicas: 1, ...rolling(0, 1) }, { containers: [container({ cpu: "2" })] });
    expect(turnsOf(web, jobOf("one", "2"))).toEqual({ fits: false, waiting: [], pending: 1 });
  });
});

const runtimeClass = (more: object = {}): object => ({
  ...objectOf("RuntimeClass", "sandbox", {}),
  handler: "sandbox",
  overhead: { podFixed: { cpu: "600m", memory: "128Mi" } },
  ...more,
});

describe("a RuntimeClass", () => {
  const web = deployment(
    "web",
    { replicas: 2, ...rolling(0, 1) },
    {
      runtimeClassName: "sandbox",
      containers: [container({ cpu: "1" })],
    },
  );

  test("adds its overhead to each pod", () => {
    const { fits, environments } = reportOf(clusterOf({}), web, runtimeClass());
    expect([fits, environments[0]!.services[0]!.perPod.requests]).toEqual([
      false,
      { cpu: 1600, memory: 128 * 1024 * 1024 },
    ]);
    expect(reportOf(clusterOf({ count: 2 }), web, runtimeClass()).fits).toBe(true);
  });

  test("adds where they may run", () => {
    const scheduling = { nodeSelector: { sandbox: "yes" }, tolerations: [{ key: "sandbox", operator: "Exists" }] };
    const tainted = { taints: [{ key: "sandbox", effect: "NoSchedule" as const }] };
    const on = (labels: Record<string, string>) =>
      reportOf(clusterOf({ count: 2, labels, ...tainted }), web, runtimeClass({ scheduling })).fits;
    expect([on({}), on({ sandbox: "yes" })]).toEqual([false, true]);
  });

  test("that no object is adds what nobody knows, and a line says so", () => {
    expect(reportOf(clusterOf({}), web).notes).toContain(
      "web has the RuntimeClass sandbox, which no object is: its overhead does not count",
    );
  });
});
