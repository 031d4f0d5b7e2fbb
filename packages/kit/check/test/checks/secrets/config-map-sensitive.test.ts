import { describe, expect, test } from "vitest";
import { configMapSensitive } from "../../../src/checks/secrets/config-map-sensitive.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { secretOf } from "../../secret-of.ts";

const config = (data: string): string => object("ConfigMap", "web-config", `data: { ${data} }`);
const password = "hunter2";

describe("config-map-sensitive", () => {
  test.for([
    "",
    "LOG_LEVEL: INFO, FRONTEND_URL: 'http://localhost:3000'",
    "PASSWORD_MIN_LENGTH: '12', TOKEN_URL: 'https://id.example.com/token', MAX_TOKENS: '4096', API_KEY_HEADER: X-Key",
    "DB_PASSWORD: '', ALLOW_EMPTY_PASSWORD: 'yes', JWT_SECRET: '${JWT_SECRET}', API_TOKEN: /run/secrets/token",
    "DATABASE_URL: 'postgresql://db:5432/todo', BETTER_AUTH_URL: 'http://localhost:3000'",
    // Browsers are given these on purpose.
    `NEXT_PUBLIC_FIREBASE_API_KEY: AIza${"0".repeat(35)}, VITE_MAPBOX_TOKEN: pk.abc`,
    "ca.crt: '-----BEGIN CERTIFICATE-----'",
  ])("passes: %s", (data) => {
    expect(judge(configMapSensitive, config(data))).toEqual([]);
  });

  test.for([
    "db-password: hunter2",
    "openaiApiKey: abc",
    "PGPASSWORD: hunter2",
    "DATABASE_URL: 'Server=db;Password=hunter2'",
    `CACHE: 'redis://:${password}@cache:6379/0'`,
    `nginx.conf: 'proxy_pass http://admin:${password}@backend'`,
    "key.pem: '-----BEGIN RSA PRIVATE KEY-----\\nhunter2'",
    `GREETING: sk-proj-${password.repeat(4)}`,
    `VITE_BACKEND: 'https://a:${password}@example.com'`,
  ])("finds %s, and does not show the value", (data) => {
    const found = judge(configMapSensitive, config(data));
    expect(found).toHaveLength(1);
    expect(found.join("")).not.toContain("hunter2");
    expect(found.join("")).not.toContain("abc");
  });

  test("finds what a contract promises as a secret, by its key or its variable", () => {
    const contracts = [
      secretOf("app-secrets", { "session-seed": ["web"], PEPPER: ["web"] }),
      secretOf("tls", { "tls.crt": [] }, "platform"),
    ];
    const container = "env: [{ name: SEED, valueFrom: { secretKeyRef: { name: app-secrets, key: session-seed } } }]";
    const data = "session-seed: a, SESSION_SEED: b, SEED: c, PEPPER: d, tls.crt: public";
    expect(judge(configMapSensitive, config(data) + workload({ container }), { contracts })).toMatchInlineSnapshot(`
      [
        "error ConfigMap default/web-config data.PEPPER: the key PEPPER belongs to the Secret app-secrets, and a ConfigMap is not kept secret; move it to a Secret, add it to the contract (\`defineSecret\`), and change it where it was in use",
        "error ConfigMap default/web-config data.SEED: the key SEED belongs to the Secret app-secrets, and a ConfigMap is not kept secret; move it to a Secret, add it to the contract (\`defineSecret\`), and change it where it was in use",
        "error ConfigMap default/web-config data.SESSION_SEED: the key SESSION_SEED belongs to the Secret app-secrets, and a ConfigMap is not kept secret; move it to a Secret, add it to the contract (\`defineSecret\`), and change it where it was in use",
        "error ConfigMap default/web-config data.session-seed: the key session-seed belongs to the Secret app-secrets, and a ConfigMap is not kept secret; move it to a Secret, add it to the contract (\`defineSecret\`), and change it where it was in use",
      ]
    `);
  });

  test("finds binary values by their names", () => {
    expect(
      judge(configMapSensitive, object("ConfigMap", "web-config", "binaryData: { private_key: AAAA, logo: AAAA }")),
    ).toMatchInlineSnapshot(`
      [
        "error ConfigMap default/web-config binaryData.private_key: the key private_key has the name of a secret, and a ConfigMap is not kept secret; move it to a Secret, add it to the contract (\`defineSecret\`), and change it where it was in use",
      ]
    `);
  });
});
