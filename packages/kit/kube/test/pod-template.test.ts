import { allKinds, groupOf, isBuiltInGroup, type TypeSchema } from "@kit/schema";
import { describe, expect, test } from "vitest";
import { podLabelsOf, podTemplateOf, podTemplatePath, podTemplatesOf, rollingTemplateOf } from "../src/index.ts";

const template = { metadata: { labels: { app: "web" } }, spec: { containers: [{ name: "web" }] } };

describe("of Kubernetes' own kinds", () => {
  // The API says where: at each place where something has containers and a node's name.
  const places = allKinds()
    .filter(({ apiVersion }) => isBuiltInGroup(groupOf(apiVersion)))
    .flatMap(({ apiVersion, kind, type }) => templatesIn(type, []).map((path) => [`${apiVersion} ${kind}`, path]));

  test("those that the API has a pod template in, and no others", () => {
    const known = places.map(([kind]) => {
      const [apiVersion, name] = (kind as string).split(" ") as [string, string];
      return [kind, podTemplatePath(apiVersion, name)];
    });
    // Nothing makes pods of a PodTemplate.
    expect(known).toEqual(places.map(([kind, path]) => [kind, kind === "v1 PodTemplate" ? undefined : path]));
    expect(places.map(([kind]) => kind)).toContain("batch/v1 CronJob");
    expect(podTemplatePath("v1", "Service")).toBeUndefined();
    expect(podTemplatePath("example.com/v1", "Deployment")).toBeUndefined();
  });

  test("a Pod is its own", () => {
    const pod = { apiVersion: "v1", kind: "Pod", ...template };
    expect(podTemplatesOf(pod)).toEqual([{ path: [], template: pod }]);
  });

  test("a CronJob's is deeper, and any version of a kind has it", () => {
    const spec = { jobTemplate: { spec: { template } } };
    for (const apiVersion of ["batch/v1", "batch/v1beta1"]) {
      expect(podTemplateOf({ apiVersion, kind: "CronJob", spec })).toEqual({
        path: ["spec", "jobTemplate", "spec", "template"],
        template,
      });
    }
  });

  test("one that lacks it has none", () => {
    for (const spec of [undefined, {}, { template: null }, { template: [] }]) {
      expect(podTemplatesOf({ apiVersion: "apps/v1", kind: "Deployment", spec })).toEqual([]);
    }
  });
});

describe("of custom resources", () => {
  test.for([
    ["argoproj.io/v1alpha1", "Rollout", { template }, ["spec", "template"]],
    ["keda.sh/v1alpha1", "ScaledJob", { jobTargetRef: { template } }, ["spec", "jobTargetRef", "template"]],
    ["example.com/v1", "Deployment", { podTemplate: template }, ["spec", "podTemplate"]],
  ] as const)("%s %s", ([apiVersion, kind, spec, path]) => {
    expect(podTemplatesOf({ apiVersion, kind, spec })).toEqual([{ path, template }]);
  });

  test("all of several", () => {
    const spec = { headGroupSpec: { template }, workerGroupSpecs: [{ template }, { template }] };
    const found = podTemplatesOf({ apiVersion: "ray.io/v1", kind: "RayCluster", spec });
    expect(found.map(({ path }) => path.join("."))).toEqual([
      "spec.headGroupSpec.template",
      "spec.workerGroupSpecs.0.template",
      "spec.workerGroupSpecs.1.template",
    ]);
  });

  test("a template of something else is no pod's", () => {
    const spec = { generators: [], template: { metadata: {}, spec: { project: "a", source: {} } } };
    expect(podTemplatesOf({ apiVersion: "argoproj.io/v1alpha1", kind: "ApplicationSet", spec })).toEqual([]);
    expect(podTemplatesOf(undefined)).toEqual([]);
  });
});

test("the labels of pods are known also where an operator fills in the containers", () => {
  const partial = { metadata: { labels: { app: "db" } } };
  const spec = { nodeSets: [{ podTemplate: partial }], template };
  expect(podLabelsOf({ apiVersion: "elasticsearch.k8s.elastic.co/v1", kind: "Elasticsearch", spec })).toEqual([
    { app: "db" },
    { app: "web" },
  ]);
  expect(podLabelsOf({ apiVersion: "apps/v1", kind: "Deployment", spec })).toEqual([{ app: "web" }]);
  expect(podLabelsOf({ apiVersion: "v1", kind: "Service", spec })).toEqual([]);
});

test.for([
  ["apps/v1", "Deployment", true],
  ["apps/v1", "StatefulSet", true],
  ["apps/v1", "DaemonSet", true],
  ["argoproj.io/v1alpha1", "Rollout", true],
  ["apps/v1", "ReplicaSet", false],
  ["batch/v1", "Job", false],
  ["example.com/v1", "TrainingJob", false],
] as const)("pods of %s %s are replaced when its template changes: %s", ([apiVersion, kind, isRolling]) => {
  expect(rollingTemplateOf({ apiVersion, kind, spec: { template } })?.template).toEqual(
    isRolling ? template : undefined,
  );
});

function templatesIn(type: TypeSchema | undefined, path: readonly string[]): (readonly string[])[] {
  const spec = type?.fields?.get("spec");
  if (spec?.fields?.get("containers") !== undefined && spec.fields.get("nodeName") !== undefined) return [path];
  if (path.length > 4) return [];
  return (type?.fields?.names ?? []).flatMap((name) => templatesIn(type?.fields?.get(name), [...path, name]));
}
