import { tlsSecret } from "@kit/model";
import { describe, expect, test } from "vitest";
import { ingressTlsSecretMissing } from "../../../src/checks/references/ingress-tls-secret-missing.ts";
import { judge } from "../../judge.ts";
import { object } from "../../flow-yaml.ts";

const ingress = (metadata = ""): string =>
  object(
    "Ingress",
    `web${metadata}`,
    "spec: { tls: [{ hosts: [a.example.com], secretName: a-example-com-tls }] }",
    "networking.k8s.io/v1",
  );

describe("ingress-tls-secret-missing", () => {
  test("says nothing where nobody says which Secrets exist, and of the controller's own certificate", () => {
    expect(judge(ingressTlsSecretMissing, ingress())).toEqual([]);
    const own = object("Ingress", "web", "spec: { tls: [{ hosts: [a.example.com] }] }", "networking.k8s.io/v1");
    expect(judge(ingressTlsSecretMissing, own, { contracts: [] })).toEqual([]);
  });

  test("passes what a contract or cert-manager promises", () => {
    expect(judge(ingressTlsSecretMissing, ingress(), { contracts: [tlsSecret("a.example.com")] })).toEqual([]);
    const certificate = object("Certificate", "a", "spec: { secretName: a-example-com-tls }", "cert-manager.io/v1");
    expect(judge(ingressTlsSecretMissing, ingress() + certificate, { contracts: [] })).toEqual([]);
    const annotated = ingress(", annotations: { cert-manager.io/cluster-issuer: letsencrypt }");
    expect(judge(ingressTlsSecretMissing, annotated, { contracts: [] })).toEqual([]);
  });

  test("finds one that nobody promises", () => {
    expect(judge(ingressTlsSecretMissing, ingress(), { contracts: [tlsSecret("b.example.com")] }))
      .toMatchInlineSnapshot(`
      [
        "error Ingress default/web spec.tls[0].secretName: TLS is served with the Secret a-example-com-tls, which no contract of the environment promises; write b-example-com-tls, or add \`tlsSecret(host)\` to the environment's \`secrets\`",
      ]
    `);
  });
});
