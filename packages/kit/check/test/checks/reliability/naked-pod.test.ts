import { expect, test } from "vitest";
import { nakedPod } from "../../../src/checks/reliability/naked-pod.ts";
import { judge } from "../../judge.ts";
import { documents, workload } from "../../manifests.ts";

const pod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "web" },
  spec: { containers: [{ name: "web", image: "web:1" }] },
};

test("nothing to find", () => {
  expect(judge(nakedPod, documents(workload()))).toEqual([]);
  expect(
    judge(nakedPod, documents({ ...pod, metadata: { name: "test", annotations: { "helm.sh/hook": "test" } } })),
  ).toEqual([]);
});

test("a Pod", () => {
  expect(judge(nakedPod, documents(pod))).toMatchInlineSnapshot(`
    [
      "warning Pod default/web kind: a bare Pod is gone with its node: nothing starts it again; write a Deployment, or a Job for what ends",
    ]
  `);
});
