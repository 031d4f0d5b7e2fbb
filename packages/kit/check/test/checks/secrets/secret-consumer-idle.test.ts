import { describe, expect, test } from "vitest";
import { secretConsumerIdle } from "../../../src/checks/secrets/secret-consumer-idle.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { secretOf } from "../../secret-of.ts";

const contracts = [secretOf("app-secrets", { A: ["web", "api", "elsewhere"], B: ["web"] })];
const manifests = workload({
  container: "env: [{ name: A, valueFrom: { secretKeyRef: { name: app-secrets, key: A } } }]",
});
const of = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [`Deployment/${name}`, `packages/shop/${name}/src/index.ts`]));

describe("secret-consumer-idle", () => {
  test("passes services that read it, or are not here, and keys that nobody reads", () => {
    expect(judge(secretConsumerIdle, manifests, { id: "dev", contracts, source: of("web") })).toEqual([]);
    expect(judge(secretConsumerIdle, manifests + workload({ name: "api" }), { id: "dev", contracts })).toEqual([]);
  });

  test("passes a key whose consumers the contract does not name", () => {
    const both = manifests + workload({ name: "api" });
    const derived = [secretOf("app-secrets", { A: undefined })];
    expect(judge(secretConsumerIdle, both, { id: "dev", contracts: derived, source: of("web", "api") })).toEqual([]);
  });

  test("finds a consumer that does not read it", () => {
    const both = manifests + workload({ name: "api" });
    expect(judge(secretConsumerIdle, both, { id: "dev", contracts, source: of("web", "api") })).toMatchInlineSnapshot(`
      [
        "warning Secret app-secrets keys.A.consumers: api is a consumer of the key A, and does not read it; take api out of the key's consumers, or let it read the key",
      ]
    `);
  });
});
