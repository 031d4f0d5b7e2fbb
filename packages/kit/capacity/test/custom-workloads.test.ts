import { expect, test } from "vitest";
import { clusterOf, container, objectOf, reportOf, template } from "./objects.ts";

const own = template("web", { containers: [container({ cpu: "10m", memory: "16Mi" })] });

function pods(...objects: object[]): string {
  const { moments } = reportOf(clusterOf({}, {}, {}), ...objects);
  return moments
    .filter(({ when }) => when !== "one rolls")
    .map(({ when, pods: count }) => `${when}: ${count}`)
    .join(", ");
}

const knative = (annotations: object): object => ({
  apiVersion: "serving.knative.dev/v1",
  kind: "Service",
  metadata: { name: "web" },
  spec: { template: { ...own, metadata: { annotations } } },
});

test.for([
  ["Rollout", { replicas: 4, template: own }, "steady: 4, all roll: 5"],
  ["Rollout", { template: own }, "steady: 1, all roll: 2"],
  ["Rollout", { replicas: 4, template: own, strategy: { canary: { maxSurge: 3 } } }, "steady: 4, all roll: 7"],
  ["Rollout", { replicas: 4, template: own, strategy: { blueGreen: {} } }, "steady: 4, all roll: 8"],
  ["Rollout", { replicas: 2, workloadRef: { kind: "Deployment", name: "web" } }, "steady: 0, all roll: 0"],
  ["CloneSet", { replicas: 4, template: own, updateStrategy: { maxSurge: "50%" } }, "steady: 4, all roll: 6"],
  ["ScaledJob", { jobTargetRef: { parallelism: 2, template: own } }, "steady: 0, scaled up: 2, all roll: 2"],
] as const)("a %s, %j", ([kind, spec, expected]) => expect(pods(objectOf(kind, "web", spec))).toBe(expected));

test("an autoscaler scales a custom resource", () => {
  const scaler = objectOf("HorizontalPodAutoscaler", "web", {
    scaleTargetRef: { apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", name: "web" },
    minReplicas: 2,
    maxReplicas: 6,
  });
  const rollout = objectOf("Rollout", "web", { replicas: 2, template: own });
  expect(pods(scaler, rollout)).toBe("steady: 2, scaled up: 6, all roll: 8");
});

test("a Service of Knative has as many pods as its annotations let it have, twice while a revision takes over", () => {
  expect(pods(knative({}))).toBe("steady: 1, all roll: 2");
  const bounds = { "autoscaling.knative.dev/min-scale": "2", "autoscaling.knative.dev/max-scale": "5" };
  expect(pods(knative(bounds))).toBe("steady: 2, scaled up: 5, all roll: 10");
});

const thing = (spec: object): object => ({
  apiVersion: "example.com/v1",
  kind: "Thing",
  metadata: { name: "web" },
  spec: { template: own, ...spec },
});

test("of a kind that nobody describes, the pods that it has a number of", () => {
  expect(pods(thing({ replicas: 3 }))).toBe("steady: 3, all roll: 4");
  expect(pods(thing({}))).toBe("steady: 0, all roll: 0");
});

test("a kind is told by its group, not by its name alone", () => {
  const foreign = {
    ...objectOf("Deployment", "web", { replicas: "many", template: {} }),
    apiVersion: "example.com/v1",
  };
  expect(pods(foreign)).toBe("steady: 0, all roll: 0");
});
