import { expect, test } from "vitest";
import { pssHostPorts } from "../../../src/checks/pod-security/pss-host-ports.ts";
import { judge } from "../../judge.ts";
import { manifestsOf } from "./pods.ts";
import { baseline } from "./baseline-pods.ts";

const { admitted, refused } = baseline["pss-host-ports"]!;

test("what the standard admits", () => {
  expect(judge(pssHostPorts, manifestsOf(admitted))).toEqual([]);
});

test("what it refuses", () => {
  expect(judge(pssHostPorts, manifestsOf(refused))).toMatchInlineSnapshot(`
    [
      "warning Pod default/one spec.containers[0].ports[1].hostPort: container main takes port 8080 of its node; leave hostPort out, and reach the pods through a Service",
    ]
  `);
});
