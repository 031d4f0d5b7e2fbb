import { expect, test } from "vitest";
import { check } from "../../../src/check.ts";
import { noEnvironment } from "../../../src/no-environment.ts";
import { pathText } from "../../../src/path-text.ts";
import { readManifests } from "../../../src/read-manifests.ts";
import { documents, workload } from "../../manifests.ts";

const rollout = (parts: Parameters<typeof workload>[0]): object =>
  workload({ kind: "Rollout", apiVersion: "argoproj.io/v1alpha1", ...parts });

function found(...objects: readonly object[]): string[] {
  const all = check([{ ...noEnvironment, objects: readManifests(documents(...objects), "stdin").objects }], {
    today: "2026-01-31",
  });
  return [...new Set(all.map(({ severity, check: id }) => `${severity} ${id}`))].toSorted();
}

test("the pods of a custom resource are judged as those of a Deployment", () => {
  const container = { image: "web", securityContext: { privileged: true } };
  const parts = { container, spec: { replicas: 3 } };
  const own = found(workload(parts));
  const custom = found(rollout(parts));
  expect(custom).toContain("warning pss-privileged");
  // What is about fields of a Deployment that it does not have.
  expect(own.filter((one) => !custom.includes(one))).toMatchInlineSnapshot(`[]`);
  expect(custom.filter((one) => !own.includes(one))).toEqual([]);
});

test("each template is judged, at its own place, and by nothing that the API server would say", () => {
  const template = {
    spec: { containers: [{ name: "A b", image: "web", env: "none", ports: [{ containerPort: "x" }] }] },
  };
  const widget = {
    apiVersion: "example.com/v1",
    kind: "Widget",
    metadata: { name: "w", namespace: "shop" },
    spec: { head: { template }, workers: [{ podTemplate: template }] },
  };
  const { objects } = readManifests(documents(widget), "stdin");
  const all = check([{ ...noEnvironment, objects }], { today: "2026-01-31" });
  expect(all.filter(({ severity }) => severity === "error")).toEqual([]);
  const latest = all.filter((one) => one.check === "image-tag-latest");
  expect(latest.map(({ path }) => pathText(path))).toEqual([
    "spec.head.template.spec.containers[0].image",
    "spec.workers[0].podTemplate.spec.containers[0].image",
  ]);
});
