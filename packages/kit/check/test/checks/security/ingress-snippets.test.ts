import { expect, test } from "vitest";
import { ingressSnippets } from "../../../src/checks/security/ingress-snippets.ts";
import { judge } from "../../judge.ts";
import { documents } from "../../manifests.ts";

const ingress = (hosts: readonly (string | undefined)[], spec: object = {}, annotations: object = {}): object => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "Ingress",
  metadata: { name: "web", annotations },
  spec: { rules: hosts.map((host) => ({ host })), ...spec },
});

test("nothing to find", () => {
  expect(
    judge(
      ingressSnippets,
      documents(ingress(["a.example.com"], {}, { "nginx.ingress.kubernetes.io/rewrite-target": "/" })),
    ),
  ).toEqual([]);
});

test("snippets, whose text is not shown", () => {
  expect(
    judge(
      ingressSnippets,
      documents(
        ingress(
          [],
          {},
          {
            "nginx.ingress.kubernetes.io/configuration-snippet": "deny all;",
            "nginx.org/server-snippets": "deny all;",
          },
        ),
      ),
    ),
  ).toMatchInlineSnapshot(`
    [
      "warning Ingress default/web metadata.annotations["nginx.ingress.kubernetes.io/configuration-snippet"]: nginx.ingress.kubernetes.io/configuration-snippet writes into the controller's configuration, which serves everybody's Ingresses; use an annotation for what it does; most controllers refuse snippets",
      "warning Ingress default/web metadata.annotations["nginx.org/server-snippets"]: nginx.org/server-snippets writes into the controller's configuration, which serves everybody's Ingresses; use an annotation for what it does; most controllers refuse snippets",
    ]
  `);
});
