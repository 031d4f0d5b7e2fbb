import { expect, test } from "vitest";
import { ingressHost } from "../../../src/checks/security/ingress-host.ts";
import { judge } from "../../judge.ts";
import { documents } from "../../manifests.ts";

const ingress = (hosts: readonly (string | undefined)[], spec: object = {}, annotations: object = {}): object => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web", annotations },
  spec: { rules: hosts.map((host) => ({ host })), ...spec },
});

test("nothing to find", () => {
  expect(judge(ingressHost, documents(ingress(["a.example.com"])))).toEqual([]);
});

test("none, or many", () => {
  expect(judge(ingressHost, documents(ingress([undefined, "", "*.example.com"])))).toMatchInlineSnapshot(`
    [
      "warning Ingress default/web spec.rules[0].host: the rule has no host: it answers for every name that leads to the cluster; name the host",
      "warning Ingress default/web spec.rules[1].host: the rule has no host: it answers for every name that leads to the cluster; name the host",
      "info Ingress default/web spec.rules[2].host: the rule answers for every name below example.com, also for those of others; name the hosts that are meant",
    ]
  `);
});
