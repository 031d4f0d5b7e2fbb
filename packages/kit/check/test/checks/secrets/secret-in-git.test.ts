import { describe, expect, test } from "vitest";
import { secretInGit } from "../../../src/checks/secrets/secret-in-git.ts";
import { object } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";

const encrypted = "'ENC[AES256_GCM,data:aGk=,iv:aGk=,tag:aGk=,type:str]'";
const sops = "sops: { mac: abc, version: 3.9.0 }";

describe("secret-in-git", () => {
  test.for([
    object("Secret", "app", ""),
    object("Secret", "token", "type: kubernetes.io/service-account-token"),
    object("Secret", "app", `stringData: { A: ${encrypted}, B: '' }, ${sops}`),
    object("ExternalSecret", "app", "spec: {}", "external-secrets.io/v1"),
    object("ConfigMap", "app", "data: { A: b }"),
  ])("passes %$", (manifest) => {
    expect(judge(secretInGit, manifest)).toEqual([]);
  });

  test("finds plain values, and does not show them", () => {
    const manifests =
      object("Secret", "plain", "stringData: { A: hunter2, B: hunter2 }, data: { C: aHVudGVyMg== }") +
      object("Secret", "half", `stringData: { A: ${encrypted}, B: hunter2 }, ${sops}`) +
      object("Secret", "no-block", `stringData: { A: ${encrypted} }`) +
      object("Secret", "pretends", `stringData: { A: 'ENC[hunter2]' }, ${sops}`);
    const found = judge(secretInGit, manifests);
    expect(found).toMatchInlineSnapshot(`
      [
        "error Secret default/plain data.C: the value of C can be read by anyone who reads the repository; take the Secret out and change what it holds; describe it with \`defineSecret\`, or encrypt every value with SOPS",
        "error Secret default/plain stringData: the values of A, B can be read by anyone who reads the repository; take the Secret out and change what it holds; describe it with \`defineSecret\`, or encrypt every value with SOPS",
        "error Secret default/half stringData.B: the value of B can be read by anyone who reads the repository; take the Secret out and change what it holds; describe it with \`defineSecret\`, or encrypt every value with SOPS",
        "error Secret default/no-block stringData.A: the value of A can be read by anyone who reads the repository; take the Secret out and change what it holds; describe it with \`defineSecret\`, or encrypt every value with SOPS",
        "error Secret default/pretends stringData.A: the value of A can be read by anyone who reads the repository; take the Secret out and change what it holds; describe it with \`defineSecret\`, or encrypt every value with SOPS",
      ]
    `);
    expect(found.join("")).not.toMatch(/hunter2|aHVudGVyMg/);
  });

  test("finds the values that kubectl repeats in an annotation", () => {
    const annotations = 'annotations: { kubectl.kubernetes.io/last-applied-configuration: "hunter2" }';
    expect(judge(secretInGit, object("Secret", `app, ${annotations}`, ""))).toMatchInlineSnapshot(`
      [
        "error Secret default/app metadata.annotations["kubectl.kubernetes.io/last-applied-configuration"]: an annotation of kubectl repeats the values, and can be read by anyone who reads the repository; remove the annotation, and change the secret",
      ]
    `);
  });
});
