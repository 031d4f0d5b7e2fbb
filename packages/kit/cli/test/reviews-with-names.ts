import { registry, type CheckReport } from "@kit/check";
import {
  compareEnvironments,
  review,
  type Document,
  type EnvironmentComparison,
  type EnvironmentSide,
  type Review,
} from "@kit/review";

const source = { file: "packages/name8/name9/src/index.ts", changed: true };

/** A review with names wherever a reader sees one, but in values. */
export const reviewOfNames: Review = review({
  base: "name0",
  head: "name1",
  sides: ["name2", "name3"].map((environment) => ({
    environment,
    before: [deployment("1.0.0", 3)],
    after: [deployment("2.0.0", 2)],
    overlay: { file: `overlays/${environment}/kustomization.yaml`, changed: true, images: ["shop"] },
  })),
});

/** A review of values, keys and whole objects that are somebody's. */
export function reviewOfValues(names: readonly string[]): Review {
  const [base = "", head = "", environment, where = "", before, after, same, kind = "", key = "", other = ""] = names;
  const widget = {
    apiVersion: "example.com/v1",
    kind: `Widget${kind}`,
    metadata: { name: before, namespace: after },
    spec: { [key]: [same, { [`${other}2`]: same }] },
  };
  const sides = {
    environment,
    before: [configMap(`1${before} ${same}`, key, other)],
    after: [configMap(`2${after} ${same}`, key, other), { where, text: JSON.stringify(widget) }],
    overlay: undefined,
  };
  return review({ base, head, sides: [sides] });
}

export const comparisonOfNames: EnvironmentComparison = compareEnvironments(side("name0", 1), side("name1", 2));

/** Findings about names, in every part that a report shows. */
export const findingsOfNames: CheckReport = {
  environments: ["name0"],
  objects: 1,
  checks: 1,
  findings: (["error", "warning", "info"] as const).map((severity, index) => ({
    check: registry[index]!.id,
    severity,
    environment: "name0",
    object: "Deployment name1/name2",
    where: "generated/rendered/name0/name3",
    document: 0,
    path: ["metadata", "labels", "name4", index],
    message: "the label name5 has name6",
    fix: "write name7",
    source: "packages/name8/name9",
    position: { line: 1, column: 2 },
  })),
};

function deployment(tag: string, replicas: number): Document {
  const container = { name: "name7", image: `shop:${tag}`, env: [{ name: "name8", value: tag }] };
  const pod = { metadata: { labels: { a: "b" } }, spec: { containers: [container] } };
  const data = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "name5", namespace: "name6", labels: { name9: tag } },
    spec: { replicas, selector: { matchLabels: { a: "b" } }, template: pod },
  };
  return { where: "generated/rendered/name2/name4", text: JSON.stringify(data), source };
}

function configMap(value: string, name: string, key: string): Document {
  const metadata = { name, namespace: key, annotations: { [`a${key}`]: value } };
  const texts = { [`k${key}`]: value, text: `one\n${value}\nthree\n`, json: JSON.stringify({ [key]: value }) };
  return { where: "a", text: JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata, data: texts }), source };
}

function side(id: string, replicas: number): EnvironmentSide {
  const document = deployment("1.0.0", replicas);
  return {
    id,
    namespace: { name: `${id} name3`, sources: [`packages/${id}`] },
    documents: [document],
    overlay: { file: `overlays/${id}/kustomization.yaml`, images: [], hasReplacements: false, files: [] },
    bases: [{ document, patches: undefined, sources: ["packages/name8/name9"] }],
    component: [],
  };
}
