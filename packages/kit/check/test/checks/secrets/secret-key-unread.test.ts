import { describe, expect, test } from "vitest";
import { secretKeyUnread } from "../../../src/checks/secrets/secret-key-unread.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { secretOf } from "../../secret-of.ts";

const contracts = [secretOf("app-secrets", { A: ["web"], B: ["web"] }), secretOf("tls", { "tls.key": [] }, "platform")];

describe("secret-key-unread", () => {
  test.for([
    "env: [{ name: A, valueFrom: { secretKeyRef: { name: app-secrets, key: A } } }, { name: X, valueFrom: { secretKeyRef: { name: app-secrets, key: B } } }]",
    "envFrom: [{ secretRef: { name: app-secrets } }]",
  ])("passes keys that are read: %s", (container) => {
    expect(judge(secretKeyUnread, workload({ container }), { contracts })).toEqual([]);
  });

  test("passes files that belong to no environment", () => {
    expect(judge(secretKeyUnread, workload())).toEqual([]);
  });

  test("finds a key that nobody reads", () => {
    const pod = "volumes: [{ name: a, secret: { secretName: app-secrets, items: [{ key: A, path: a }] } }]";
    const definition = "packages/shop/environments/src/index.ts";
    expect(judge(secretKeyUnread, workload({ pod }), { id: "dev", contracts, definition })).toMatchInlineSnapshot(`
      [
        "warning Secret app-secrets keys.B: no pod reads the key B; take it out of the contract, or read it",
      ]
    `);
    expect(judge(secretKeyUnread, workload(), { id: "dev", contracts })).toHaveLength(2);
  });
});
