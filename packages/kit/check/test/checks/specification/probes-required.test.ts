import { describe, expect, test } from "vitest";
import { probesRequired } from "../../../src/checks/specification/probes-required.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

describe("probes-required", () => {
  test.for([
    workload({ container: "livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { tcpSocket: { port: 1 } }" }),
    object("Job", "once", "spec: { template: { spec: { containers: [{ name: a, image: a }] } } }", "batch/v1"),
    object("Pod", "once", "spec: { containers: [{ name: a, image: a }] }"),
  ])("passes %$", (manifests) => {
    expect(judge(probesRequired, manifests)).toEqual([]);
  });

  test("finds each that is missing, but not of init containers", () => {
    const pod = "initContainers: [{ name: migrate, image: web }]";
    expect(judge(probesRequired, workload({ pod, container: "livenessProbe: { tcpSocket: { port: 1 } }" })))
      .toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].readinessProbe: the container web has no readinessProbe; add a readinessProbe",
      ]
    `);
    expect(judge(probesRequired, workload({ kind: "StatefulSet" }))).toMatchInlineSnapshot(`
      [
        "error StatefulSet default/web spec.template.spec.containers[0].livenessProbe: the container web has no livenessProbe; add a livenessProbe",
        "error StatefulSet default/web spec.template.spec.containers[0].readinessProbe: the container web has no readinessProbe; add a readinessProbe",
      ]
    `);
  });
});
