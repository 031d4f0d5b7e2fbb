import { describe, expect, test } from "vitest";
import { requestsBelowLimits } from "../../../src/checks/conventions/requests-below-limits.ts";
import { boundedResources } from "../../../src/policy/packs.ts";
import { workload } from "../../flow-yaml.ts";
import { judge, type Facts } from "../../judge.ts";

describe("requests-below-limits", () => {
  test("is off where nobody switches it on", () => {
    expect(judge(requestsBelowLimits, workload())).toEqual([]);
  });

  test.for([
    "resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { cpu: 500m, memory: 512Mi } }",
    // The API refuses it, and another check says so.
    "resources: { requests: { cpu: 2, memory: 256Mi }, limits: { cpu: 1, memory: 512Mi } }",
  ])("passes: %s", (container) => {
    expect(judged(workload({ container }))).toEqual([]);
  });

  test("finds requests that are their limits, in whatever unit", () => {
    const container = "resources: { requests: { cpu: '1', memory: 1Gi }, limits: { cpu: 1000m, memory: 1024Mi } }";
    expect(judged(workload({ container }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].resources.requests.cpu: the cpu request 1 of the container web is not below its limit 1000m; lower the request or raise the limit",
        "error Deployment default/web spec.template.spec.containers[0].resources.requests.memory: the memory request 1Gi of the container web is not below its limit 1024Mi; lower the request or raise the limit",
      ]
    `);
  });

  test("finds what is missing, of init containers too", () => {
    const container = "resources: { requests: { cpu: 100m }, limits: { memory: 512Mi } }";
    const pod = "initContainers: [{ name: migrate, image: web }]";
    expect(judged(workload({ container, pod }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].resources: the container web has no cpu limit; set a cpu request, and a limit above it",
        "error Deployment default/web spec.template.spec.containers[0].resources: the container web has no memory request; set a memory request, and a limit above it",
        "error Deployment default/web spec.template.spec.initContainers[0].resources: the init container migrate has no CPU and no memory request, and no limit; set a CPU and a memory request, and a limit above each",
      ]
    `);
  });
});

/** What it finds where a system switches it on. */
function judged(manifests: string, facts: Facts = {}): string[] {
  return judge(requestsBelowLimits, manifests, { policy: { packs: [boundedResources()] }, ...facts });
}
