import { expect, test } from "vitest";
import { ephemeralContainer } from "../../../src/checks/api-validity/ephemeral-container.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [{}, { spec: { ephemeralContainers: [] } }];

testTakenPods(ephemeralContainer, taken);

test("one in a Pod", () => {
  expect(judge(ephemeralContainer, podWith({ spec: { ephemeralContainers: [{ name: "debug", image: "busybox" }] } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.ephemeralContainers: ephemeral containers come only into pods that run; leave them out, and use kubectl debug",
    ]
  `);
});

test("one in a template", () => {
  expect(
    judge(
      ephemeralContainer,
      podWith({ kind: "Deployment", spec: { ephemeralContainers: [{ name: "debug", image: "busybox" }] } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.ephemeralContainers: ephemeral containers come only into pods that run; leave them out, and use kubectl debug",
    ]
  `);
});
