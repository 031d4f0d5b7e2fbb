import { describe, expect, test } from "vitest";
import { configMapKeyMissing } from "../../../src/checks/references/config-map-key-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";

const config = object("ConfigMap", "web-config", "data: { LOG_LEVEL: INFO }, binaryData: { logo.png: AAAA }");

describe("config-map-key-missing", () => {
  test.for([
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: web-config, key: LOG_LEVEL } } }]",
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: web-config, key: logo.png } } }]",
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: web-config, key: other, optional: true } } }]",
    "env: [{ name: A, valueFrom: { configMapKeyRef: { name: elsewhere, key: other } } }]",
    "envFrom: [{ configMapRef: { name: web-config } }]",
  ])("passes: %s", (container) => {
    expect(judge(configMapKeyMissing, config + workload({ container }))).toEqual([]);
  });

  test("finds keys of variables and of volumes", () => {
    const container = "env: [{ name: A, valueFrom: { configMapKeyRef: { name: web-config, key: LOGLEVEL } } }]";
    const pod =
      "volumes: [{ name: a, configMap: { name: web-config, items: [{ key: LOG_LEVEL, path: a }, { key: nginx.conf, path: b }] } }, { name: b, projected: { sources: [{ configMap: { name: web-config, items: [{ key: z, path: z }] } }] } }]";
    expect(judge(configMapKeyMissing, config + workload({ container, pod }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.configMapKeyRef.key: the variable A reads the key LOGLEVEL, which the ConfigMap web-config does not have; write LOG_LEVEL, or add LOGLEVEL to the ConfigMap",
        "error Deployment default/web spec.template.spec.volumes[0].configMap.items[1].key: the volume a reads the key nginx.conf, which the ConfigMap web-config does not have; add nginx.conf to the ConfigMap",
        "error Deployment default/web spec.template.spec.volumes[1].projected.sources[0].configMap.items[0].key: the volume b reads the key z, which the ConfigMap web-config does not have; add z to the ConfigMap",
      ]
    `);
  });
});
