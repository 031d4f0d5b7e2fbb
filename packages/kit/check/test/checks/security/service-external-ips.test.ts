import { expect, test } from "vitest";
import { serviceExternalIps } from "../../../src/checks/security/service-external-ips.ts";
import { judge } from "../../judge.ts";
import { documents, service } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(serviceExternalIps, documents(service()))).toEqual([]);
  expect(judge(serviceExternalIps, documents(service({ spec: { externalIPs: [] } })))).toEqual([]);
});

test("addresses", () => {
  expect(judge(serviceExternalIps, documents(service({ spec: { externalIPs: ["203.0.113.1"] } }))))
    .toMatchInlineSnapshot(`
    [
      "warning Service shop/web spec.externalIPs: externalIPs takes what the cluster sends to 203.0.113.1; the field is deprecated; use an Ingress, or a Service of type LoadBalancer",
    ]
  `);
});
