import { expect, test } from "vitest";
import { apparmorProfile } from "../../../src/checks/api-validity/apparmor-profile.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { container: { securityContext: { appArmorProfile: { type: "Localhost", localhostProfile: "web" } } } },
  { annotations: { "container.apparmor.security.beta.kubernetes.io/web": "localhost/web" } },
  {
    annotations: { "container.apparmor.security.beta.kubernetes.io/web": "runtime/default" },
    spec: { securityContext: { appArmorProfile: { type: "RuntimeDefault" } } },
  },
];

testTakenPods(apparmorProfile, taken);

test("a profile without name, with one too many, and one with spaces around it", () => {
  expect(
    judge(
      apparmorProfile,
      podWith({
        spec: {
          securityContext: { appArmorProfile: { type: "Localhost" } },
          initContainers: [
            {
              name: "a",
              image: "a",
              securityContext: { appArmorProfile: { type: "Unconfined", localhostProfile: "a" } },
            },
            {
              name: "b",
              image: "b",
              securityContext: { appArmorProfile: { type: "Localhost", localhostProfile: " b" } },
            },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.initContainers[0].securityContext.appArmorProfile.localhostProfile: localhostProfile is set, and the type is Unconfined; leave it out, or set the type to Localhost",
      "error Pod default/web spec.initContainers[1].securityContext.appArmorProfile.localhostProfile: localhostProfile is empty, has spaces around it, or more than 4095 characters; write the profile's name",
      "error Pod default/web spec.securityContext.appArmorProfile.localhostProfile: localhostProfile is missing; write the profile's name",
    ]
  `);
});

test("annotations of no container, of no profile, and against the field", () => {
  expect(
    judge(
      apparmorProfile,
      podWith({
        kind: "Deployment",
        annotations: {
          "container.apparmor.security.beta.kubernetes.io/app": "unconfined",
          "container.apparmor.security.beta.kubernetes.io/web": "strict",
        },
        container: { securityContext: { appArmorProfile: { type: "RuntimeDefault" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/app"]: the pod has no container "app"; name a container of the pod after the slash, or take the annotation out",
      "error Deployment default/web spec.template.metadata.annotations["container.apparmor.security.beta.kubernetes.io/web"]: "strict" is not an AppArmor profile; use the field appArmorProfile instead",
      "error Deployment default/web spec.template.spec.containers[0].securityContext.appArmorProfile: the annotation container.apparmor.security.beta.kubernetes.io/web says "strict", and the field another profile; take the annotation out",
    ]
  `);
});
