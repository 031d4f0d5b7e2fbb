import { describe, expect, test } from "vitest";
import { ingressBackendMissing } from "../../../src/checks/references/ingress-backend-missing.ts";
import { judge } from "../../judge.ts";
import { object } from "../../flow-yaml.ts";

const ingress = (backend: string): string =>
  object(
    "Ingress",
    "web",
    `spec: { rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: ${backend} }] } }] }`,
    "networking.k8s.io/v1",
  );
const service = object("Service", "web", "spec: { ports: [{ name: http, port: 80 }] }");
const external = object("Service", "web", "spec: { type: ExternalName, externalName: example.com }");

describe("ingress-backend-missing", () => {
  test.for([
    ingress("{ service: { name: web, port: { name: http } } }") + service,
    ingress("{ service: { name: web, port: { number: 80 } } }") + service,
    ingress("{ service: { name: web, port: { number: 443 } } }") + external,
    ingress("{ resource: { kind: Bucket, name: files } }"),
    object("Ingress", "web", "spec: { rules: [{ host: a.example.com }] }", "networking.k8s.io/v1"),
  ])("passes %$", (manifests) => {
    expect(judge(ingressBackendMissing, manifests)).toEqual([]);
  });

  test("finds a Service that is not there, and a port that it does not have", () => {
    expect(judge(ingressBackendMissing, ingress("{ service: { name: wbe, port: { number: 80 } } }") + service))
      .toMatchInlineSnapshot(`
      [
        "error Ingress default/web spec.rules[0].http.paths[0].backend.service.name: the Service wbe does not exist in the namespace default; write web, or add the Service",
      ]
    `);
    expect(judge(ingressBackendMissing, ingress("{ service: { name: web, port: { number: 8080 } } }") + service))
      .toMatchInlineSnapshot(`
      [
        "error Ingress default/web spec.rules[0].http.paths[0].backend.service.port.number: the Service web has no port 8080; write a port that it has (80 (http))",
      ]
    `);
    const byDefault = object(
      "Ingress",
      "web",
      "spec: { defaultBackend: { service: { name: web, port: { name: https } } } }",
      "networking.k8s.io/v1",
    );
    expect(judge(ingressBackendMissing, byDefault + service)).toMatchInlineSnapshot(`
      [
        "error Ingress default/web spec.defaultBackend.service.port.name: the Service web has no port https; write a port that it has (80 (http))",
      ]
    `);
  });
});
