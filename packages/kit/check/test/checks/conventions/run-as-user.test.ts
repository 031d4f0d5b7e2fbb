import { describe, expect, test } from "vitest";
import { runAsUser } from "../../../src/checks/conventions/run-as-user.ts";
import { nonRootUsers } from "../../../src/policy/packs.ts";
import { workload } from "../../flow-yaml.ts";
import { judge, type Facts } from "../../judge.ts";

describe("run-as-user", () => {
  test.for([
    { pod: "securityContext: { runAsNonRoot: true, runAsUser: 1000 }" },
    { container: "securityContext: { runAsNonRoot: true, runAsUser: 65534 }" },
    { pod: "securityContext: { runAsUser: 0 }", container: "securityContext: { runAsNonRoot: true, runAsUser: 1001 }" },
    { pod: "os: { name: windows }" },
  ])("passes: %o", (written) => {
    expect(judged(workload(written))).toEqual([]);
  });

  test("is off where nobody switches it on", () => {
    expect(judge(runAsUser, workload())).toEqual([]);
  });

  test("takes another minimum", () => {
    const pod = "securityContext: { runAsNonRoot: true, runAsUser: 1000 }";
    expect(judged(workload({ pod }), { policy: { packs: [nonRootUsers({ minimum: 10_000 })] } })).toEqual([
      "error Deployment default/web spec.template.spec.securityContext.runAsUser: runAsUser of the container web is 1000; set runAsUser to 10000 or more",
    ]);
  });

  test("finds what is not set, and says where", () => {
    expect(judged(workload())).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.securityContext.runAsNonRoot: runAsNonRoot of the container web is not set; set runAsNonRoot: true",
        "error Deployment default/web spec.template.spec.securityContext.runAsUser: runAsUser of the container web is not set; set runAsUser to 1000 or more",
      ]
    `);
  });

  test("finds what a container or the pod sets wrongly", () => {
    const pod =
      "securityContext: { runAsNonRoot: true, runAsUser: 999 }, initContainers: [{ name: migrate, image: a, securityContext: { runAsUser: 0 } }]";
    expect(judged(workload({ pod, container: "securityContext: { runAsNonRoot: false }" }))).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].securityContext.runAsNonRoot: runAsNonRoot of the container web is false; set runAsNonRoot: true",
        "error Deployment default/web spec.template.spec.initContainers[0].securityContext.runAsUser: runAsUser of the init container migrate is 0; set runAsUser to 1000 or more",
        "error Deployment default/web spec.template.spec.securityContext.runAsUser: runAsUser of the container web is 999; set runAsUser to 1000 or more",
      ]
    `);
  });
});

/** What it finds where a system switches it on. */
function judged(manifests: string, facts: Facts = {}): string[] {
  return judge(runAsUser, manifests, { policy: { packs: [nonRootUsers()] }, ...facts });
}
