import { madeSecrets } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { maskData, maskPair, maskTextPair, secretHider } from "../src/index.ts";

const made = (seed: number, kind: string): string => madeSecrets(seed).find((one) => one.kind === kind)!.value;
const [own, other] = [made(21, "a random key"), made(22, "a random key")] as const;
const token = made(21, "a GitHub token");
const weak = "hunter2";
const entry = (value: string): string => `- name: SESSION_SECRET\n  value: ${value}\n`;

describe("maskData", () => {
  test("hides what is secret by its name, its form or its place, and leaves the rest", () => {
    const data = {
      metadata: { name: "web", annotations: { "checksum/config": "ab".repeat(32), note: `see ${token}` } },
      data: { DB_PASSWORD: "hunter2", PASSWORD_MIN_LENGTH: "12", PASSWORD_FILE: "/run/secrets/db", [token]: "a" },
      spec: {
        env: [
          { name: "SESSION_SECRET", value: own },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db-secret", key: "password" } } },
          { name: "API_TOKEN", value: "$(OTHER_TOKEN)" },
        ],
        args: ["--password", "hunter2", "--port", "8080", `--token=${own}`],
        command: ["mysqldump", "-uroot", `-p${weak}`],
        patch: [{ op: "add", path: "/data/ADMIN_PW", value: "hunter2" }],
        pin: { password: 123_456, replicas: 3 },
        url: `postgres://shop:${weak}@db/shop`,
      },
    };
    expect(maskData(data)).toEqual({
      metadata: { name: "web", annotations: { "checksum/config": "ab".repeat(32), note: "see ghp_***" } },
      data: { DB_PASSWORD: "***", PASSWORD_MIN_LENGTH: "12", PASSWORD_FILE: "/run/secrets/db", "ghp_***": "a" },
      spec: {
        env: [
          { name: "SESSION_SECRET", value: "***" },
          { name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "db-secret", key: "password" } } },
          { name: "API_TOKEN", value: "$(OTHER_TOKEN)" },
        ],
        args: ["--password", "***", "--port", "8080", "--token=***"],
        command: ["mysqldump", "-uroot", "-p***"],
        patch: [{ op: "add", path: "/data/ADMIN_PW", value: "***" }],
        pin: { password: "***", replicas: 3 },
        url: "postgres://shop:***@db/shop",
      },
    });
  });

  test("keeps every key and the order of them", () => {
    const keys = [made(21, "a GitHub token"), made(22, "a GitHub token"), "b"];
    const data = Object.fromEntries(keys.map((key, at) => [key, at]));
    expect(Object.entries(maskData(data))).toEqual([
      ["ghp_***", 0],
      ["ghp_*** (1)", 1],
      ["b", 2],
    ]);
  });
});

describe("two versions", () => {
  test("say that a secret differs, and where it is the same", () => {
    const before = { A_SECRET: own, B_SECRET: own, C: `url=${token}` };
    expect(maskPair(before, { A_SECRET: own, B_SECRET: other, C: "none" })).toEqual([
      { A_SECRET: "***", B_SECRET: "***", C: "url=ghp_*** (before)" },
      { A_SECRET: "***", B_SECRET: "*** (after)", C: "none" },
    ]);
  });

  test("say that two have changed places", () => {
    expect(maskPair({ A_SECRET: own, B_SECRET: other }, { A_SECRET: other, B_SECRET: own })).toEqual([
      { A_SECRET: "***", B_SECRET: "*** (2)" },
      { A_SECRET: "*** (2)", B_SECRET: "***" },
    ]);
  });

  test("of a text: a name on another line than the value", () => {
    expect(maskTextPair(entry(own), entry(other))).toEqual([entry("*** (before)"), entry("*** (after)")]);
  });
});

test("a message about an object has none of its secrets, whatever it says around them", () => {
  const hide = secretHider({ env: [{ name: "DB_PASSWORD", value: 'hun"ter2' }] });
  expect(hide(`the value hun"ter2 and ${JSON.stringify('hun"ter2')} of port 80`)).toBe(
    'the value *** and "***" of port 80',
  );
});
