import { expect, test } from "vitest";
import { windowsOptions } from "../../../src/checks/api-validity/windows-options.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      hostNetwork: true,
      securityContext: { windowsOptions: { hostProcess: true, runAsUserName: "NT AUTHORITY\\SYSTEM" } },
    },
  },
  { container: { securityContext: { windowsOptions: { gmsaCredentialSpecName: "web", gmsaCredentialSpec: "{}" } } } },
];

testTakenPods(windowsOptions, taken);

test("options that are invalid", () => {
  expect(
    judge(
      windowsOptions,
      podWith({
        spec: { securityContext: { windowsOptions: { gmsaCredentialSpecName: "Web", gmsaCredentialSpec: "" } } },
        container: { securityContext: { windowsOptions: { runAsUserName: "a\\b\\c" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].securityContext.windowsOptions.runAsUserName: runAsUserName "a\\\\b\\\\c" must not contain more than one backslash; correct runAsUserName",
      "error Pod default/web spec.securityContext.windowsOptions.gmsaCredentialSpec: gmsaCredentialSpec is empty; correct it, or leave it out",
      "error Pod default/web spec.securityContext.windowsOptions.gmsaCredentialSpecName: gmsaCredentialSpecName "Web" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct gmsaCredentialSpecName",
    ]
  `);
});

test("users that are invalid", () => {
  expect(
    judge(
      windowsOptions,
      podWith({
        spec: {
          initContainers: ["", "a\nb", "a/b", "..", "exa:mple\\web", "example\\"].map((runAsUserName, index) => ({
            name: `init-${index}`,
            image: "a",
            securityContext: { windowsOptions: { runAsUserName } },
          })),
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.initContainers[0].securityContext.windowsOptions.runAsUserName: runAsUserName is empty; write runAsUserName",
      "error Pod default/web spec.initContainers[1].securityContext.windowsOptions.runAsUserName: runAsUserName "a\\nb" must not contain control characters; correct runAsUserName",
      "error Pod default/web spec.initContainers[2].securityContext.windowsOptions.runAsUserName: runAsUserName "a/b" must not contain any of "/\\:;|=,+*?<>@[]; correct runAsUserName",
      "error Pod default/web spec.initContainers[3].securityContext.windowsOptions.runAsUserName: runAsUserName ".." must not consist of dots and spaces alone; correct runAsUserName",
      "error Pod default/web spec.initContainers[4].securityContext.windowsOptions.runAsUserName: runAsUserName "exa:mple\\\\web" must have a NetBIOS or DNS name before the backslash; correct runAsUserName",
      "error Pod default/web spec.initContainers[5].securityContext.windowsOptions.runAsUserName: runAsUserName "example\\\\" must have a user's name of 1 to 104 characters; correct runAsUserName",
    ]
  `);
});

test("only some containers on the host", () => {
  expect(
    judge(
      windowsOptions,
      podWith({
        kind: "Deployment",
        spec: {
          securityContext: { windowsOptions: { hostProcess: false } },
          initContainers: [{ name: "a", image: "a" }],
        },
        container: { securityContext: { windowsOptions: { hostProcess: true } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].securityContext.windowsOptions.hostProcess: hostProcess of the container is true, and that of the pod false; set hostProcess of the pod, and of no container",
      "error Deployment default/web spec.template.spec.hostNetwork: the containers are host processes, and hostNetwork is not true; set hostNetwork to true",
      "error Deployment default/web spec.template.spec.securityContext.windowsOptions.hostProcess: some of the containers are host processes, and some are not; set hostProcess of the pod, and of no container",
    ]
  `);
});
