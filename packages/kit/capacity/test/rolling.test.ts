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
