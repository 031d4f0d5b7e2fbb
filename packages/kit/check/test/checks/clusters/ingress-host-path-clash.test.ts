import { describe, expect, test } from "vitest";
import { ingressHostPathClash } from "../../../src/checks/clusters/ingress-host-path-clash.ts";
import { clusterOf } from "../../cluster-of.ts";
import { object } from "../../flow-yaml.ts";
import { judge, judgeTogether } from "../../judge.ts";

const cluster = clusterOf("prod");
const ingress = (name: string, host: string, path: string, more = "", pathType = "Prefix"): string =>
  object(
    "Ingress",
    name,
    `spec: { ${more} rules: [{ ${host} http: { paths: [{ path: ${path}, pathType: ${pathType}, backend: {} }] } }] }`,
    "networking.k8s.io/v1",
  );
const shop = ingress("shop", "host: a.example.com,", "/");

describe("ingress-host-path-clash", () => {
  test.for([
    ingress("other", "host: b.example.com,", "/"),
    ingress("other", "host: a.example.com,", "/api"),
    ingress("other", "host: a.example.com,", "/", "", "Exact"),
    ingress("other", "host: a.example.com,", "/", "ingressClassName: internal,"),
    ingress("other, annotations: { nginx.ingress.kubernetes.io/canary: 'true' }", "host: a.example.com,", "/"),
    shop,
  ])("passes %$", (other) => {
    expect(judge(ingressHostPathClash, shop + other, { cluster })).toEqual([]);
  });

  test("finds a host and path that two environments of a cluster claim", () => {
    const other = ingress("other, namespace: two", "host: a.example.com,", "/api/");
    expect(
      judgeTogether(ingressHostPathClash, [
        { id: "prod", cluster, manifests: ingress("shop", "host: a.example.com,", "/api") },
        { id: "stall/prod", cluster, manifests: other },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "error Ingress default/shop spec.rules[0].http.paths[0]: a.example.com/api (Prefix) is also claimed by Ingress two/other of the environment "stall/prod" (generated/rendered/stall/prod.yaml); give one of them another host or path",
        "error Ingress two/other spec.rules[0].http.paths[0]: a.example.com/api/ (Prefix) is also claimed by Ingress default/shop of the environment "prod" (generated/rendered/prod.yaml); give one of them another host or path",
      ]
    `);
  });

  test("finds two Ingresses for every host", () => {
    expect(judge(ingressHostPathClash, ingress("a", "", "/", "", "Exact") + ingress("b", "", "/", "", "Exact")))
      .toMatchInlineSnapshot(`
      [
        "error Ingress default/a spec.rules[0].http.paths[0]: every host/ (Exact) is also claimed by Ingress default/b (stdin); give one of them another host or path",
        "error Ingress default/b spec.rules[0].http.paths[0]: every host/ (Exact) is also claimed by Ingress default/a (stdin); give one of them another host or path",
      ]
    `);
  });
});
