import { describe, expect, test } from "vitest";
import { probesRequired } from "../../../src/checks/reliability/probes-required.ts";
import { probed } from "../../../src/policy/packs.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

describe("probes-required", () => {
  test.for([
    workload({ container: "livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { tcpSocket: { port: 1 } }" }),
    object("Job", "once", "spec: { template: { spec: { containers: [{ name: a, image: a }] } } }", "batch/v1"),
    object("Pod", "once", "spec: { restartPolicy: Never, containers: [{ name: a, image: a }] }"),
  ])("passes %$", (manifests) => {
    expect(judge(probesRequired, manifests)).toEqual([]);
  });

  test("finds each that is missing, but not of init containers", () => {
    const pod = "initContainers: [{ name: migrate, image: web }]";
    expect(judge(probesRequired, workload({ pod, container: "livenessProbe: { tcpSocket: { port: 1 } }" })))
      .toMatchInlineSnapshot(`
      [
        "warning Deployment default/web spec.template.spec.containers[0].readinessProbe: the container web has no readinessProbe; add a readinessProbe",
      ]
    `);
    expect(judge(probesRequired, workload({ kind: "StatefulSet" }))).toMatchInlineSnapshot(`
      [
        "warning StatefulSet default/web spec.template.spec.containers[0].livenessProbe: the container web has no livenessProbe; add a livenessProbe",
        "warning StatefulSet default/web spec.template.spec.containers[0].readinessProbe: the container web has no readinessProbe; add a readinessProbe",
      ]
    `);
  });

  test("finds a Pod that is started again and again", () => {
    const pod = object("Pod", "web", "spec: { containers: [{ name: a, image: a, livenessProbe: { exec: {} } }] }");
    expect(judge(probesRequired, pod)).toMatchInlineSnapshot(`
      [
        "warning Pod default/web spec.containers[0].readinessProbe: the container a has no readinessProbe; add a readinessProbe",
      ]
    `);
  });

  test("is a note in development, and an error where a policy asks for it", () => {
    const manifests = workload({ container: "livenessProbe: { tcpSocket: { port: 1 } }" });
    const said =
      "Deployment default/web spec.template.spec.containers[0].readinessProbe: the container web has no readinessProbe; add a readinessProbe";
    expect(judge(probesRequired, manifests, { profile: "development" })).toEqual([`info ${said}`]);
    const policy = { packs: [probed()] };
    expect(judge(probesRequired, manifests, { profile: "development", policy })).toEqual([`error ${said}`]);
  });
});
