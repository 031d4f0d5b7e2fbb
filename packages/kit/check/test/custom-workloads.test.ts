import { useWorkloadKinds } from "@kit/kube";
import { afterEach, expect, test } from "vitest";
import { check } from "../src/check.ts";
import { noEnvironment } from "../src/no-environment.ts";
import { pathText } from "../src/path-text.ts";
import { readManifests } from "../src/read-manifests.ts";
import { documents, object, service, workload } from "./manifests.ts";

afterEach(() => useWorkloadKinds(new Map()));

function found(ids: readonly string[], ...objects: readonly object[]): string[] {
  const environment = { ...noEnvironment, profile: "production" as const };
  const all = check([{ ...environment, objects: readManifests(documents(...objects), "stdin").objects }], {
    today: "2026-01-31",
  });
  return all
    .filter((one) => ids.includes(one.check))
    .map((one) => `${one.check} ${pathText(one.path)}: ${one.message}; ${one.fix}`)
    .toSorted();
}

const rollout = (spec: object = {}): object => workload({ kind: "Rollout", apiVersion: "argoproj.io/v1alpha1", spec });
const scaler = (apiVersion: string, kind: string): object =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "web", {
    spec: { scaleTargetRef: { apiVersion, kind, name: "web" }, minReplicas: 1, maxReplicas: 5 },
  });

test("a Rollout has replicas as a Deployment has", () => {
  const fix = "set replicas to 2 or more, or add a HorizontalPodAutoscaler";
  expect(found(["replicas-minimum"], rollout())).toEqual([
    `replicas-minimum spec.replicas: replicas is not set, which means 1; ${fix}`,
  ]);
  expect(found(["replicas-minimum"], rollout({ replicas: 1 }))).toEqual([
    `replicas-minimum spec.replicas: replicas is 1; ${fix}`,
  ]);
  expect(found(["replicas-minimum"], rollout({ replicas: 2 }))).toEqual([]);
});

test("an autoscaler of a Rollout is judged as one of a Deployment", () => {
  const hpa = scaler("argoproj.io/v1alpha1", "Rollout");
  expect(found(["hpa-with-replicas", "hpa-min-replicas"], hpa, service(), rollout({ replicas: 3 }))).toEqual([
    "hpa-min-replicas spec.minReplicas: minReplicas 1 leaves Rollout web with one pod behind its Service when little is asked; set minReplicas to 2 or more",
    "hpa-with-replicas spec.replicas: replicas is 3, and the HorizontalPodAutoscaler web sets it too: each deployment undoes what it has scaled; leave replicas out, and set minReplicas of the autoscaler",
  ]);
});

test("nothing is asked of what has no number of pods", () => {
  const knative = workload({ kind: "Service", apiVersion: "serving.knative.dev/v1" });
  const job = workload({ kind: "TrainingJob", apiVersion: "example.com/v1" });
  expect(found(["replicas-minimum", "probes-required"], job)).toEqual([]);
  expect(found(["replicas-minimum"], knative)).toEqual([]);
});

const budget = (name: string): object =>
  object("policy/v1", "PodDisruptionBudget", "web", {
    spec: { maxUnavailable: 1, selector: { matchLabels: { "serving.knative.dev/service": name } } },
  });

test("a budget that selects the labels that Knative adds selects something", () => {
  const knative = workload({ kind: "Service", apiVersion: "serving.knative.dev/v1" });
  expect(found(["pdb-selects-nothing"], knative, budget("web"))).toEqual([]);
  expect(found(["pdb-selects-nothing"], knative, budget("other"))).toHaveLength(1);
});

test("a declared kind is judged where its owner says that its pods are", () => {
  const pods = { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "web", image: "web:latest" }] } };
  const shop = object("example.com/v1", "Shop", "web", { spec: { pods, size: 1 } });
  const ids = ["image-tag-latest", "replicas-minimum", "hpa-with-replicas"];
  const hpa = scaler("example.com/v1", "Shop");
  expect(found(ids, shop)).toEqual([]);
  useWorkloadKinds(
    new Map([["example.com/Shop", { template: ["spec", "pods"], replicas: ["spec", "size"], rolls: true }]]),
  );
  expect(found(ids, shop)).toEqual([
    expect.stringContaining("image-tag-latest spec.pods.spec.containers[0].image: "),
    "replicas-minimum spec.size: size is 1; set size to 2 or more, or add a HorizontalPodAutoscaler",
  ]);
  expect(found(ids, hpa, shop)).toEqual([
    expect.stringContaining("hpa-with-replicas spec.size: size is 1, and the HorizontalPodAutoscaler web sets it too"),
    expect.stringContaining("image-tag-latest spec.pods.spec.containers[0].image: "),
  ]);
});
