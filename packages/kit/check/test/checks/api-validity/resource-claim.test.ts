import { expect, test } from "vitest";
import { resourceClaim } from "../../../src/checks/api-validity/resource-claim.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      resourceClaims: [
        { name: "gpu", resourceClaimName: "gpu" },
        { name: "nic", resourceClaimTemplateName: "nic" },
      ],
    },
    container: { resources: { claims: [{ name: "gpu", request: "a" }, { name: "nic" }] } },
  },
];

testTakenPods(resourceClaim, taken);

test("claims that are invalid", () => {
  expect(
    judge(
      resourceClaim,
      podWith({
        kind: "Deployment",
        spec: {
          resourceClaims: [{ name: "GPU" }, { name: "nic", resourceClaimName: "A", resourceClaimTemplateName: "a" }],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.resourceClaims[0]: the claim has no source; write one of resourceClaimName and resourceClaimTemplateName",
      "error Deployment default/web spec.template.spec.resourceClaims[0].name: the claim's name "GPU" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the claim's name",
      "error Deployment default/web spec.template.spec.resourceClaims[1]: the claim has resourceClaimName and resourceClaimTemplateName; keep one of them",
      "error Deployment default/web spec.template.spec.resourceClaims[1].resourceClaimName: resourceClaimName "A" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct resourceClaimName",
    ]
  `);
});

test("claims that the pod does not have", () => {
  expect(judge(resourceClaim, podWith({ container: { resources: { claims: [{ name: "gpu", request: "A" }] } } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.containers[0].resources.claims[0].name: the pod has no resource claim "gpu"; name one of spec.resourceClaims",
      "error Pod default/web spec.containers[0].resources.claims[0].request: the request's name "A" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct the request's name",
    ]
  `);
});
