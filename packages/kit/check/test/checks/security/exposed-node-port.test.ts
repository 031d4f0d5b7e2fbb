import { expect, test } from "vitest";
import { exposedNodePort } from "../../../src/checks/security/exposed-node-port.ts";
import { judge } from "../../judge.ts";
import { documents, service } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(exposedNodePort, documents(service()))).toEqual([]);
  expect(
    judge(exposedNodePort, documents(service({ spec: { type: "NodePort" } })), { profile: "development" }),
  ).toEqual([]);
});

test("in production", () => {
  expect(judge(exposedNodePort, documents(service({ spec: { type: "NodePort" } })))).toMatchInlineSnapshot(`
    [
      "warning Service shop/web spec.type: every node answers for it, past the Ingress and without TLS; set type to ClusterIP, and put an Ingress before it",
    ]
  `);
});
