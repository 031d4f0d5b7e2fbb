import { expect, test } from "vitest";
import { serviceLoadBalancer } from "../../../src/checks/security/service-load-balancer.ts";
import { judge } from "../../judge.ts";
import { documents, service } from "../../manifests.ts";

test("nothing to find", () => {
  expect(judge(serviceLoadBalancer, documents(service()))).toEqual([]);
  expect(
    judge(
      serviceLoadBalancer,
      documents(service({ spec: { type: "LoadBalancer", loadBalancerSourceRanges: ["203.0.113.0/24"] } })),
    ),
  ).toEqual([]);
});

test("for anybody", () => {
  expect(judge(serviceLoadBalancer, documents(service({ spec: { type: "LoadBalancer" } })))).toMatchInlineSnapshot(`
    [
      "info Service shop/web spec.type: its load balancer takes requests from anywhere, past the Ingress; put it behind an Ingress, or say in loadBalancerSourceRanges who may ask",
    ]
  `);
});
