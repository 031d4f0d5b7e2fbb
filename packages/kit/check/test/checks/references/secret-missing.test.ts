import { describe, expect, test } from "vitest";
import { secretMissing } from "../../../src/checks/references/secret-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";
import { secretOf } from "../../secret-of.ts";

const reads = (name: string): string => workload({ container: `envFrom: [{ secretRef: { name: ${name} } }]` });

describe("secret-missing", () => {
  test("says nothing where nobody says which Secrets exist", () => {
    expect(judge(secretMissing, reads("app-secrets"))).toEqual([]);
  });

  test.for([
    ["a contract", ""],
    ["a Secret", object("Secret", "app-secrets", "stringData: { A: b }")],
    [
      "an ExternalSecret",
      object("ExternalSecret", "web", "spec: { target: { name: app-secrets } }", "external-secrets.io/v1"),
    ],
    [
      "an ExternalSecret by its own name",
      object("ExternalSecret", "app-secrets", "spec: {}", "external-secrets.io/v1"),
    ],
    [
      "a SealedSecret",
      object("SealedSecret", "app-secrets", "spec: { encryptedData: { A: b } }", "bitnami.com/v1alpha1"),
    ],
    ["a Certificate", object("Certificate", "a", "spec: { secretName: app-secrets }", "cert-manager.io/v1")],
  ])("passes what %s promises", ([by, manifest]) => {
    const contracts = by === "a contract" ? [secretOf("app-secrets")] : [];
    expect(judge(secretMissing, manifest! + reads("app-secrets"), { contracts })).toEqual([]);
  });

  test("passes a Secret that may be missing", () => {
    const container = "env: [{ name: A, valueFrom: { secretKeyRef: { name: other, key: A, optional: true } } }]";
    expect(judge(secretMissing, workload({ container }), { contracts: [] })).toEqual([]);
  });

  test("finds one that only a SealedSecret's template names: the controller gives it the SealedSecret's own name", () => {
    const sealed = object(
      "SealedSecret",
      "a",
      "spec: { template: { metadata: { name: app-secrets } } }",
      "bitnami.com/v1",
    );
    expect(judge(secretMissing, sealed + reads("app-secrets"), { contracts: [] })).toEqual([
      "error Deployment default/web spec.template.spec.containers[0].envFrom[0].secretRef.name: envFrom reads the Secret app-secrets, which no contract of the environment promises; add its contract to the environment's `secrets`",
    ]);
  });

  test("finds one that nobody promises", () => {
    const pod = "volumes: [{ name: tls, secret: { secretName: web-tls } }]";
    const none = object(
      "ExternalSecret",
      "web-tls",
      "spec: { target: { creationPolicy: None } }",
      "external-secrets.io/v1",
    );
    expect(
      judge(secretMissing, reads("app-secret") + none + workload({ name: "other", pod }), {
        contracts: [secretOf("app-secrets")],
      }),
    ).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].envFrom[0].secretRef.name: envFrom reads the Secret app-secret, which no contract of the environment promises; write app-secrets, or add its contract to the environment's \`secrets\`",
        "error Deployment default/other spec.template.spec.volumes[0].secret.secretName: the volume tls reads the Secret web-tls, which no contract of the environment promises; add its contract to the environment's \`secrets\`",
      ]
    `);
  });
});
