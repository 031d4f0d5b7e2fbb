import { describe, expect, test } from "vitest";
import { secretKeyMissing } from "../../../src/checks/references/secret-key-missing.ts";
import { judge } from "../../judge.ts";
import { object, workload } from "../../flow-yaml.ts";
import { secretOf } from "../../secret-of.ts";

const reads = (key: string): string =>
  workload({ container: `env: [{ name: A, valueFrom: { secretKeyRef: { name: app-secrets, key: ${key} } } }]` });

describe("secret-key-missing", () => {
  test("says nothing of a Secret that nobody describes, and of keys that cannot be told", () => {
    expect(judge(secretKeyMissing, reads("KEY"))).toEqual([]);
    const dataFrom = "spec: { target: { name: app-secrets }, dataFrom: [{ extract: { key: app } }] }";
    expect(
      judge(secretKeyMissing, object("ExternalSecret", "a", dataFrom, "external-secrets.io/v1") + reads("KEY")),
    ).toEqual([]);
  });

  test.for([
    object("Secret", "app-secrets", "stringData: { KEY: b }"),
    object("ExternalSecret", "app-secrets", "spec: { data: [{ secretKey: KEY }] }", "external-secrets.io/v1"),
    object(
      "ExternalSecret",
      "app-secrets",
      "spec: { data: [{ secretKey: a }], target: { template: { data: { KEY: x } } } }",
      "external-secrets.io/v1",
    ),
    object("SealedSecret", "app-secrets", "spec: { encryptedData: { KEY: b } }", "bitnami.com/v1alpha1"),
  ])("passes a key that is there (%$)", (manifest) => {
    expect(judge(secretKeyMissing, manifest + reads("KEY"))).toEqual([]);
  });

  test("finds a key that is not in the contract", () => {
    expect(
      judge(secretKeyMissing, reads("DATABASE_URI"), { contracts: [secretOf("app-secrets", { DATABASE_URL: [] })] }),
    ).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: the variable A reads the key DATABASE_URI, which the Secret app-secrets does not have; write DATABASE_URL, or add DATABASE_URI to what makes the Secret",
      ]
    `);
  });

  test("finds a key that the objects do not make", () => {
    const replaced = "spec: { data: [{ secretKey: KEY }], target: { template: { data: { OTHER: x } } } }";
    expect(
      judge(
        secretKeyMissing,
        object("ExternalSecret", "app-secrets", replaced, "external-secrets.io/v1") + reads("KEY"),
      ),
    ).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: the variable A reads the key KEY, which the Secret app-secrets does not have; add KEY to what makes the Secret",
      ]
    `);
    expect(judge(secretKeyMissing, object("Secret", "app-secrets", "data: { A: Yg== }") + reads("KEY")))
      .toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: the variable A reads the key KEY, which the Secret app-secrets does not have; add KEY to what makes the Secret",
      ]
    `);
  });
});
