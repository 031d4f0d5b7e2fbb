import { expect, test } from "vitest";
import { securityContext } from "../../../src/checks/api-validity/security-context.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { securityContext: { privileged: true, allowPrivilegeEscalation: true } } },
  { container: { securityContext: { allowPrivilegeEscalation: false, capabilities: { add: ["SYS_ADMIN"] } } } },
  {
    spec: { hostUsers: false, securityContext: { seLinuxChangePolicy: "Recursive" } },
    container: { securityContext: { procMount: "Unmasked" } },
  },
];

testTakenPods(securityContext, taken);

test("a privileged container that must not escalate", () => {
  expect(
    judge(
      securityContext,
      podWith({
        kind: "Deployment",
        container: {
          securityContext: {
            privileged: true,
            allowPrivilegeEscalation: false,
            capabilities: { add: ["CAP_SYS_ADMIN"] },
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation is false in a container that adds CAP_SYS_ADMIN; take the capability out, or leave allowPrivilegeEscalation out",
      "error Deployment default/web spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation: allowPrivilegeEscalation is false in a privileged container; set privileged to false, or leave allowPrivilegeEscalation out",
    ]
  `);
});

test("an unmasked /proc beside the host's users, and a policy that is not served", () => {
  expect(
    judge(
      securityContext,
      podWith({
        spec: { securityContext: { seLinuxChangePolicy: "MountOption" } },
        container: { securityContext: { procMount: "Unmasked" } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].securityContext.procMount: procMount is Unmasked in a pod that shares the host's users; set the pod's hostUsers to false, or leave procMount out",
      "error Pod default/web spec.securityContext.seLinuxChangePolicy: seLinuxChangePolicy "MountOption" is not one of Recursive; write one of Recursive",
    ]
  `);
});
