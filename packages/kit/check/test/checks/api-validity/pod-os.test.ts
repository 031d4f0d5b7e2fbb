import { expect, test } from "vitest";
import { podOs } from "../../../src/checks/api-validity/pod-os.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { os: { name: "linux" }, securityContext: { runAsUser: 1000 } } },
  {
    spec: {
      os: { name: "windows" },
      hostPID: false,
      securityContext: { windowsOptions: { runAsUserName: "web" }, runAsNonRoot: true, sysctls: [] },
    },
  },
];

testTakenPods(podOs, taken);

test("a system that is invalid", () => {
  expect(judge(podOs, podWith({ spec: { os: { name: "macos" } } }))).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.os.name: the operating system "macos" is not one of linux, windows; write one of linux, windows",
    ]
  `);
});

test("options for Windows on Linux", () => {
  expect(
    judge(
      podOs,
      podWith({
        spec: { os: { name: "linux" }, securityContext: { windowsOptions: {} } },
        container: { securityContext: { windowsOptions: { runAsUserName: "web" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].securityContext.windowsOptions: windowsOptions is set in a pod for Linux; leave it out",
      "error Pod default/web spec.securityContext.windowsOptions: windowsOptions is set in a pod for Linux; leave it out",
    ]
  `);
});

test("fields of Linux on Windows", () => {
  expect(
    judge(
      podOs,
      podWith({
        kind: "Deployment",
        spec: { os: { name: "windows" }, hostUsers: true, securityContext: { fsGroup: 1 } },
        container: { securityContext: { readOnlyRootFilesystem: false, capabilities: {} } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].securityContext.capabilities: capabilities is set in a pod for Windows; leave it out",
      "error Deployment default/web spec.template.spec.containers[0].securityContext.readOnlyRootFilesystem: readOnlyRootFilesystem is set in a pod for Windows; leave it out",
      "error Deployment default/web spec.template.spec.hostUsers: hostUsers is set in a pod for Windows; leave it out",
      "error Deployment default/web spec.template.spec.securityContext.fsGroup: fsGroup is set in a pod for Windows; leave it out",
    ]
  `);
});
