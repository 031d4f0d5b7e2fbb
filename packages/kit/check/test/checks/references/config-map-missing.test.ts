import { describe, expect, test } from "vitest";
import { configMapMissing } from "../../../src/checks/references/config-map-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const config = object("ConfigMap", "web-config", "data: { A: b }");

describe("config-map-missing", () => {
  test.for([
    "envFrom: [{ configMapRef: { name: web-config } }]",
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: web-config, key: A } } }]",
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: other, key: A, optional: true } } }]",
    "envFrom: [{ configMapRef: { name: other, optional: true } }, { secretRef: { name: other } }]",
  ])("passes: %s", (container) => {
    expect(judge(configMapMissing, config + workload({ container }))).toEqual([]);
  });

  test("passes volumes that may be empty, and what the control plane puts into every namespace", () => {
    const pod =
      "volumes: [{ name: a, configMap: { name: other, optional: true } }, { name: b, projected: { sources: [{ configMap: { name: kube-root-ca.crt } }] } }, { name: c, emptyDir: {} }]";
    expect(judge(configMapMissing, workload({ pod }))).toEqual([]);
  });

  test("finds every place that reads one", () => {
    const container =
      "envFrom: [{ configMapRef: { name: web-confg } }], env: [{ name: A, valueFrom: { configMapKeyRef: { name: elsewhere, key: A } } }]";
    const pod =
      "volumes: [{ name: a, configMap: { name: x } }, { name: b, projected: { sources: [{ configMap: { name: y, items: [{ key: k, path: k }] } }] } }]";
    expect(judge(configMapMissing, config + workload({ container, pod }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].envFrom[0].configMapRef.name: envFrom reads the ConfigMap web-confg, which does not exist in the namespace default; write web-config, or add the ConfigMap",
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.name: the variable A reads the ConfigMap elsewhere, which does not exist in the namespace default; add the ConfigMap",
        "error Deployment default/web spec.template.spec.volumes[0].configMap.name: the volume a reads the ConfigMap x, which does not exist in the namespace default; add the ConfigMap",
      ]
    `);
  });

  test("looks in the namespace of the pods only", () => {
    const other = config.replace("name: web-config }", "name: web-config, namespace: other }");
    expect(
      judge(configMapMissing, other + workload({ container: "envFrom: [{ configMapRef: { name: web-config } }]" })),
    ).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].envFrom[0].configMapRef.name: envFrom reads the ConfigMap web-config, which does not exist in the namespace default; add the ConfigMap",
      ]
    `);
  });
});
