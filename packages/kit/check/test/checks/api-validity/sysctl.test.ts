import { expect, test } from "vitest";
import { sysctl } from "../../../src/checks/api-validity/sysctl.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      hostNetwork: true,
      securityContext: {
        sysctls: [
          { name: "kernel.shm_rmid_forced", value: "1" },
          { name: "vm/swappiness", value: "1" },
        ],
      },
    },
  },
];

testTakenPods(sysctl, taken);

test("names that are invalid, and one twice", () => {
  expect(
    judge(
      sysctl,
      podWith({
        spec: {
          securityContext: {
            sysctls: [
              { name: "Net.A", value: "1" },
              { name: "net.core.somaxconn", value: "1" },
              { name: "net.core.somaxconn", value: "2" },
              { name: "", value: "1" },
            ],
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.securityContext.sysctls[0].name: the sysctl's name "Net.A" must consist of lower case letters, digits, hyphens and dots; correct the sysctl's name",
      "error Pod default/web spec.securityContext.sysctls[2].name: the sysctl "net.core.somaxconn" is there twice; keep one of them",
      "error Pod default/web spec.securityContext.sysctls[3].name: the sysctl's name is empty; write the sysctl's name",
    ]
  `);
});

test("what is the host's own", () => {
  expect(
    judge(
      sysctl,
      podWith({
        kind: "Deployment",
        spec: {
          hostNetwork: true,
          hostIPC: true,
          securityContext: {
            sysctls: [
              { name: "net/ipv4/conf/eth0.1/forwarding", value: "1" },
              { name: "kernel.msgmax", value: "1" },
            ],
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.securityContext.sysctls[0].name: the sysctl "net/ipv4/conf/eth0.1/forwarding" would be set on the host, whose namespace the pod shares; leave it out, or set hostNetwork to false",
      "error Deployment default/web spec.template.spec.securityContext.sysctls[1].name: the sysctl "kernel.msgmax" would be set on the host, whose namespace the pod shares; leave it out, or set hostIPC to false",
    ]
  `);
});
