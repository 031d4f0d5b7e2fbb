import { describe, expect, test } from "vitest";
import { labelStandard as check } from "../../../src/checks/conventions/label-standard.ts";
import { labelStandard } from "../../../src/policy/packs.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const source = "packages/shop/cart/src/index.ts";
const labels = "labels: { app: cart, app.kubernetes.io/name: cart, app.kubernetes.io/instance: shop }";
const policy = {
  packs: [labelStandard({ labels: ["app", "app.kubernetes.io/name", "app.kubernetes.io/instance"] })],
};

describe("label-standard", () => {
  test("is off where nobody switches it on, and finds nothing where no label is named", () => {
    expect(judge(check, workload(), { source })).toEqual([]);
    expect(judge(check, workload(), { source, policy: { severities: { "label-standard": "error" } } })).toEqual([]);
  });

  test("passes what has all of them, Namespaces, and what is no service's", () => {
    const manifests =
      workload({ metadata: labels }) + object("Namespace", "shop", "") + object("ConfigMap", "extra", "");
    const of = { "Deployment/web": source, "Namespace/shop": source };
    expect(judge(check, manifests, { source: of, policy })).toEqual([]);
  });

  test("finds what is missing", () => {
    const manifests =
      object("ConfigMap", "cart-config", "") +
      object("Service", `cart, ${labels.replace("app.kubernetes.io/name: cart, ", "")}`, "spec: {}");
    expect(judge(check, manifests, { source, policy })).toEqual([
      "error ConfigMap default/cart-config metadata.labels: it lacks the labels app, app.kubernetes.io/name, app.kubernetes.io/instance; add them to its `metadata.labels`",
      "error Service default/cart metadata.labels: it lacks the label app.kubernetes.io/name; add them to its `metadata.labels`",
    ]);
  });
});
