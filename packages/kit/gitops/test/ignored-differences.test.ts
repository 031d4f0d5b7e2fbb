import { expect, test } from "vitest";
import { ignoredDifferences } from "../src/argocd/ignored-differences.ts";

function object(apiVersion: string, kind: string, data: object) {
  return { apiVersion, kind, name: "one", namespace: undefined, data };
}

test("a certificate that a controller fills in is not compared; one that is written is", () => {
  const hook = (clientConfig: object): object =>
    object("admissionregistration.k8s.io/v1", "MutatingWebhookConfiguration", { webhooks: [{ clientConfig }] });
  const found = ignoredDifferences([
    hook({}),
    hook({ caBundle: "YQ==" }),
    object("apiregistration.k8s.io/v1", "APIService", { spec: { service: { name: "a" } } }),
    object("apiregistration.k8s.io/v1", "APIService", {
      spec: { service: { name: "a" }, insecureSkipTLSVerify: true },
    }),
    object("apiextensions.k8s.io/v1", "CustomResourceDefinition", { spec: { conversion: { webhook: {} } } }),
    object("apiextensions.k8s.io/v1", "CustomResourceDefinition", { spec: {} }),
  ] as Parameters<typeof ignoredDifferences>[0]);
  expect(found).toEqual([
    {
      group: "admissionregistration.k8s.io",
      kind: "MutatingWebhookConfiguration",
      name: "one",
      jqPathExpressions: [".webhooks[]?.clientConfig.caBundle"],
    },
    { group: "apiregistration.k8s.io", kind: "APIService", name: "one", jqPathExpressions: [".spec.caBundle"] },
    {
      group: "apiextensions.k8s.io",
      kind: "CustomResourceDefinition",
      name: "one",
      jqPathExpressions: [".spec.conversion.webhook.clientConfig.caBundle"],
    },
  ]);
});
