import { expect, test } from "vitest";
import { seccompProfile } from "../../../src/checks/api-validity/seccomp-profile.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
    container: { securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "profiles/web.json" } } },
  },
  {
    annotations: { "seccomp.security.alpha.kubernetes.io/pod": "docker/default" },
    spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
  },
];

testTakenPods(seccompProfile, taken);

test("files that are missing, too many, or elsewhere", () => {
  expect(
    judge(
      seccompProfile,
      podWith({
        spec: {
          securityContext: { seccompProfile: { type: "Localhost" } },
          initContainers: [
            {
              name: "a",
              image: "a",
              securityContext: { seccompProfile: { type: "Unconfined", localhostProfile: "a" } },
            },
          ],
        },
        container: { securityContext: { seccompProfile: { type: "Localhost", localhostProfile: "../web.json" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].securityContext.seccompProfile.localhostProfile: the profile's file "../web.json" must not contain ..; correct the profile's file",
      "error Pod default/web spec.initContainers[0].securityContext.seccompProfile.localhostProfile: localhostProfile is set, and the type is Unconfined; leave it out, or set the type to Localhost",
      "error Pod default/web spec.securityContext.seccompProfile.localhostProfile: localhostProfile is missing; write the profile's file",
    ]
  `);
});

test("annotations that are invalid, or say otherwise", () => {
  expect(
    judge(
      seccompProfile,
      podWith({
        kind: "Deployment",
        annotations: {
          "seccomp.security.alpha.kubernetes.io/pod": "strict",
          "container.seccomp.security.alpha.kubernetes.io/web": "localhost//web.json",
        },
        spec: { securityContext: { seccompProfile: { type: "RuntimeDefault" } } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.metadata.annotations["container.seccomp.security.alpha.kubernetes.io/web"]: the seccomp profile "localhost//web.json" must be a relative path; correct the seccomp profile",
      "error Deployment default/web spec.template.metadata.annotations["seccomp.security.alpha.kubernetes.io/pod"]: the seccomp profile "strict" is not a seccomp profile; correct the seccomp profile",
      "error Deployment default/web spec.template.spec.securityContext.seccompProfile: the annotation seccomp.security.alpha.kubernetes.io/pod says "strict", and the field another profile; take the annotation out",
    ]
  `);
});
