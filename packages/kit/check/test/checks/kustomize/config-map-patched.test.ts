import { describe, expect, test } from "vitest";
import { configMapPatched } from "../../../src/checks/kustomize/config-map-patched.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const config = object("ConfigMap", "web-config", "data: { A: b }");
const reader = workload({ container: "envFrom: [{ configMapRef: { name: web-config } }]" });
const changed = {
  name: "web-config",
  namespace: undefined,
  file: "overlays/dev/kustomization.yaml",
  place: ["patches", 1],
};
const overlay = overlayOf({ changedConfigMaps: [changed] });

describe("config-map-patched", () => {
  test("passes an overlay that changes none, or one that no pod reads", () => {
    expect(judge(configMapPatched, config + reader, { overlay: overlayOf({}) })).toEqual([]);
    expect(judge(configMapPatched, config + workload(), { overlay })).toEqual([]);
  });

  test("passes what reads it afresh, and pods of another namespace", () => {
    const job =
      "---\n{ apiVersion: batch/v1, kind: Job, metadata: { name: once }, spec: { template: { spec: { containers: [{ name: once, image: once, envFrom: [{ configMapRef: { name: web-config } }] }] } } } }\n";
    expect(judge(configMapPatched, config + job, { overlay })).toEqual([]);
    const elsewhere = overlayOf({ changedConfigMaps: [{ ...changed, namespace: "other" }] });
    expect(judge(configMapPatched, config + reader, { overlay: elsewhere })).toEqual([]);
  });

  test("finds one that pods read, and names them", () => {
    const other = workload({
      kind: "StatefulSet",
      name: "db",
      pod: "volumes: [{ name: c, configMap: { name: web-config } }]",
    });
    expect(judge(configMapPatched, config + reader + other, { overlay })).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/kustomization.yaml patches[1]: it changes the ConfigMap web-config, and the pods of Deployment web, StatefulSet db go on with the old values: their checksum is made before the overlay; set the values in the package of the environments, or bring them in a ConfigMap of the overlay's own \`configMapGenerator\`, whose name has a hash",
      ]
    `);
  });
});
