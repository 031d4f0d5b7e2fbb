import { describe, expect, test } from "vitest";
import { secretConsumerUnlisted } from "../../../src/checks/secrets/secret-consumer-unlisted.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { secretOf } from "../../secret-of.ts";

const contracts = [secretOf("app-secrets", { A: ["web"], B: [] }), secretOf("tls", { "tls.key": [] }, "platform")];
const reads = (key: string, name = "app-secrets"): string =>
  workload({ container: `env: [{ name: A, valueFrom: { secretKeyRef: { name: ${name}, key: ${key} } } }]` });
const source = "packages/shop/web/src/index.ts";

describe("secret-consumer-unlisted", () => {
  test("passes consumers, the platform's Secrets, and pods that are not of a service", () => {
    expect(judge(secretConsumerUnlisted, reads("A"), { contracts, source })).toEqual([]);
    expect(judge(secretConsumerUnlisted, reads("tls.key", "tls"), { contracts, source })).toEqual([]);
    expect(judge(secretConsumerUnlisted, reads("B"), { contracts })).toEqual([]);
    // It is not a key of the contract, which another check says.
    expect(judge(secretConsumerUnlisted, reads("C"), { contracts, source })).toEqual([]);
  });

  test("passes whoever reads a key whose consumers the contract does not name", () => {
    const derived = [secretOf("app-secrets", { A: undefined, B: [] })];
    expect(judge(secretConsumerUnlisted, reads("A"), { contracts: derived, source })).toEqual([]);
    expect(judge(secretConsumerUnlisted, reads("B"), { contracts: derived, source })).toHaveLength(1);
  });

  test("finds a service that is not among the consumers", () => {
    expect(judge(secretConsumerUnlisted, reads("B"), { contracts, source })).toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: web reads the key B of the Secret app-secrets, which has no consumers; add web to the key's consumers, or read only the keys that it needs",
      ]
    `);
    expect(judge(secretConsumerUnlisted, reads("A"), { contracts, source: "packages/shop/api/src/index.ts" }))
      .toMatchInlineSnapshot(`
      [
        "error Deployment default/web spec.template.spec.containers[0].env[0].valueFrom.secretKeyRef.key: api reads the key A of the Secret app-secrets, whose consumers are web; add api to the key's consumers, or read only the keys that it needs",
      ]
    `);
  });

  test("takes a whole Secret for all its keys", () => {
    const manifests = workload({ container: "envFrom: [{ secretRef: { name: app-secrets } }]" });
    expect(judge(secretConsumerUnlisted, manifests, { contracts, source })).toHaveLength(1);
  });
});
