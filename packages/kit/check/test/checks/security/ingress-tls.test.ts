import { expect, test } from "vitest";
import { ingressTls } from "../../../src/checks/security/ingress-tls.ts";
import { judge } from "../../judge.ts";
import { documents } from "../../manifests.ts";

const ingress = (hosts: readonly (string | undefined)[], spec: object = {}, annotations: object = {}): object => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web", annotations },
  spec: { rules: hosts.map((host) => ({ host })), ...spec },
});

test("nothing to find", () => {
  expect(judge(ingressTls, documents(ingress(["a.example.com"], { tls: [{ hosts: ["a.example.com"] }] })))).toEqual([]);
  expect(
    judge(ingressTls, documents(ingress(["a.example.com", undefined], { tls: [{ hosts: ["*.example.com"] }] }))),
  ).toEqual([]);
  expect(judge(ingressTls, documents(ingress(["a.example.com"], { tls: [{ secretName: "all" }] })))).toEqual([]);
  expect(
    judge(
      ingressTls,
      documents(ingress(["a.example.com"], {}, { "alb.ingress.kubernetes.io/certificate-arn": "arn" })),
    ),
  ).toEqual([]);
});

test("no TLS", () => {
  expect(
    judge(
      ingressTls,
      documents(
        ingress(["a.example.com"]),
        ingress([], { defaultBackend: { service: { name: "web", port: { number: 80 } } } }),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Ingress default/web spec.tls: no host of it has TLS; add spec.tls with the hosts and the Secret of their certificate",
      "warning Ingress default/web spec.tls: no host of it has TLS; add spec.tls with the hosts and the Secret of their certificate",
    ]
  `);
});

test("not for all", () => {
  expect(
    judge(
      ingressTls,
      documents(ingress(["a.example.com", "a.b.example.com"], { tls: [{ hosts: ["*.example.com"] }] })),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Ingress default/web spec.rules[1].host: a.b.example.com has no TLS; add it to spec.tls",
    ]
  `);
});
