import { expect, test } from "vitest";
import { userId } from "../../../src/checks/api-validity/user-id.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { securityContext: { runAsUser: 0, runAsGroup: 2_147_483_647, fsGroup: 1, supplementalGroups: [0] } } },
];

testTakenPods(userId, taken);

test("numbers out of bounds", () => {
  expect(
    judge(
      userId,
      podWith({
        kind: "Deployment",
        spec: { securityContext: { fsGroup: -1, supplementalGroups: [1, 2_147_483_648] } },
        container: { securityContext: { runAsUser: -1, runAsGroup: 2_147_483_648 } },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.containers[0].securityContext.runAsGroup: runAsGroup is 2147483648, and must be from 0 to 2147483647; set it to a number that is from 0 to 2147483647",
      "error Deployment default/web spec.template.spec.containers[0].securityContext.runAsUser: runAsUser is -1, and must be from 0 to 2147483647; set it to a number that is from 0 to 2147483647",
      "error Deployment default/web spec.template.spec.securityContext.fsGroup: fsGroup is -1, and must be from 0 to 2147483647; set it to a number that is from 0 to 2147483647",
      "error Deployment default/web spec.template.spec.securityContext.supplementalGroups[1]: the group is 2147483648, and must be from 0 to 2147483647; set it to a number that is from 0 to 2147483647",
    ]
  `);
});
