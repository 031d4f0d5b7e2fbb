import { describe, expect, test } from "vitest";
import { labelStandard } from "../../../src/checks/specification/label-standard.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const source = "packages/stall/shop-api/src/index.ts";
const labels =
  "labels: { app: shop-api, app.kubernetes.io/name: shop-api, app.kubernetes.io/instance: todo, app.kubernetes.io/version: '1', app.kubernetes.io/managed-by: kustomize }";

describe("label-standard", () => {
  test("passes a system that uses none of them, and files of no system", () => {
    expect(judge(labelStandard, workload({ metadata: "labels: { app: web }" }), { source })).toEqual([]);
    expect(judge(labelStandard, workload({ metadata: labels }) + workload({ name: "other" }))).toEqual([]);
  });

  test("passes all five, and what is not of a service", () => {
    const manifests =
      workload({ metadata: labels }) + object("Namespace", "stall", "") + object("ConfigMap", "extra", "");
    expect(
      judge(labelStandard, manifests, { source: { "Deployment/web": source, "Namespace/stall": source } }),
    ).toEqual([]);
  });

  test("finds what is missing where the system has them", () => {
    const manifests =
      workload({ metadata: labels }) +
      object("ConfigMap", "shop-api-config", "") +
      object("Service", `shop-api, ${labels.replace("app.kubernetes.io/instance: todo, ", "")}`, "spec: {}");
    expect(judge(labelStandard, manifests, { source })).toMatchInlineSnapshot(`
      [
        "error ConfigMap default/shop-api-config metadata.labels: it lacks the labels app, app.kubernetes.io/name, app.kubernetes.io/instance, app.kubernetes.io/version, app.kubernetes.io/managed-by; add \`standardLabels(service)\` and \`releaseLabel(release)\` of @kit/model",
        "error Service default/shop-api metadata.labels: it lacks the label app.kubernetes.io/instance; add \`standardLabels(service)\` and \`releaseLabel(release)\` of @kit/model",
      ]
    `);
  });
});
