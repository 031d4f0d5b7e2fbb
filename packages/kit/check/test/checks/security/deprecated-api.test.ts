import { expect, test } from "vitest";
import { deprecatedApi } from "../../../src/checks/security/deprecated-api.ts";
import { judge } from "../../judge.ts";
import { documents, object, service } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(deprecatedApi, documents(service()))).toEqual([]);
  expect(
    judge(
      deprecatedApi,
      documents(object("discovery.k8s.io/v1", "EndpointSlice", "web", { addressType: "IPv4", endpoints: [] })),
    ),
  ).toEqual([]);
});

test("Endpoints", () => {
  expect(judge(deprecatedApi, documents(object("v1", "Endpoints", "web", {})))).toMatchInlineSnapshot(`
    [
      "warning Endpoints shop/web kind: Endpoints of v1 is deprecated; write an EndpointSlice (discovery.k8s.io/v1)",
    ]
  `);
});
