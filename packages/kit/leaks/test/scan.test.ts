import { madeSecrets } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { findLeaks, plainSecrets } from "../src/scan/index.ts";

const made = madeSecrets(4);
const valueOf = (kind: string): string => made.find((one) => one.kind === kind)!.value;

describe("findLeaks", () => {
  test("says of each kind what it is and where", async () => {
    const texts = made.map(({ kind, value }): [string, string] => [kind, `data:\n  A: b\n  C: ${value}\n`]);
    const found = (await findLeaks(texts)).map(({ where, line, kind }) => `${where}, line ${line}: ${kind}`);
    expect(found).toMatchInlineSnapshot(`
      [
        "a PostgreSQL URL, line 3: a URL with a password",
        "an OpenAI key, line 3: an OpenAI or Anthropic key",
        "a short sk- key, line 3: an OpenAI or Anthropic key",
        "an AWS access key, line 3: an AWS access key",
        "a GitHub token, line 3: a GitHub token",
        "a fine-grained GitHub token, line 3: a GitHub token",
        "a GitLab token, line 3: a GitLab token",
        "an npm token, line 3: an npm token",
        "a Slack token, line 3: a Slack token",
        "a Slack webhook, line 3: a chat webhook",
        "a Google API key, line 3: a Google API key",
        "a SendGrid key, line 3: a SendGrid key",
        "a Stripe key, line 3: a Stripe key",
        "a Vault token, line 3: a Vault token",
        "a Telegram token, line 3: a Telegram token",
        "an Azure key, line 3: an Azure key",
        "a JSON web token, line 3: a JSON web token",
        "a private key, line 3: a private key",
      ]
    `);
  });

  test("knows a random value by its name", async () => {
    const text = `data:\n  SESSION_SECRET: ${valueOf("a random key")}\n  GREETING: ${valueOf("a random key")}\n`;
    expect(await findLeaks([["a.yaml", text]])).toEqual([
      { where: "a.yaml", line: 2, kind: "a value named SESSION_SECRET" },
    ]);
  });

  test("says one thing of a line, and every line of every text", async () => {
    const token = valueOf("a GitHub token");
    const texts: [string, string][] = [
      ["b", `TOKEN=${token}\n`],
      ["a", `${token} ${token}\n\nAWS_SECRET_ACCESS_KEY=${valueOf("an AWS secret")}\n`],
    ];
    expect(await findLeaks(texts)).toEqual([
      { where: "b", line: 1, kind: "a GitHub token" },
      { where: "a", line: 1, kind: "a GitHub token" },
      { where: "a", line: 3, kind: "a value named AWS_SECRET_ACCESS_KEY" },
    ]);
  });

  test.for(["// secretlint-disable", "// secretlint-disable-next-line"])("is not excused by %s", async (comment) => {
    const leaks = await findLeaks([["a.ts", `${comment}\nconst key = "${valueOf("an npm token")}";\n`]]);
    expect(leaks).toEqual([{ where: "a.ts", line: 2, kind: "an npm token" }]);
  });

  test.for([
    "postgresql://user:pass@host/db, https://me:***@host, ftp://u:<password>@h, redis://:${PASSWORD}@cache",
    "DATABASE_URL: $(DATABASE_URL), API_KEY: ${API_KEY_OF_THE_SHOP_1}",
    'token: "aaaaaaaaaaaaaaaaaaaaaaaa", password: correct-horse-battery-staple',
    "secretName: shop-example-com-tls, PASSWORD_HASH_ROUNDS_2024: 100000",
    'newTag: "1.0.0" # {"$imagepolicy": "flux-system:shop-api:tag"}',
    "-----BEGIN CERTIFICATE-----",
  ])("finds nothing in %s", async (text) => {
    expect(await findLeaks([["a.yaml", text]])).toEqual([]);
  });
});

describe("plainSecrets", () => {
  const plain = "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { TOKEN: x }\n";
  const reason = "a Secret that anybody can read: SOPS has not encrypted TOKEN";

  test.for([
    ["a document", "a.yaml", plain, 2],
    ["a later document", "a.yml", `kind: ConfigMap\n---\n# b\n${plain}`, 5],
    ["an item of a List", "a.yaml", `kind: List\nitems:\n  - kind: Secret\n    data: { TOKEN: eA== }\n`, 3],
    ["JSON", "a.json", '{\n  "kind": "Secret",\n  "data": { "TOKEN": "eA==" }\n}\n', 2],
    ["a quoted kind", "a.yaml", 'kind: "\\x53ecret"\ndata: { TOKEN: eA== }\n', 1],
    ["a broken file", "a.yaml", `${plain}spec: [\n`, 2],
  ] as const)("finds %s", ([, path, text, line]) => {
    expect(plainSecrets(path, text)).toEqual([{ where: path, line, kind: reason }]);
  });

  test.for([
    ["what is not a manifest", "a.md", plain],
    ["another kind", "a.yaml", plain.replace("Secret", "SealedSecret")],
    ["another group", "a.yaml", plain.replace("v1", "example.com/v1")],
    ["a Secret without values", "a.yaml", "kind: Secret\nmetadata: { name: a }\n"],
    ["a Secret inside other data", "a.json", '{ "cases": [{ "kind": "Secret", "data": { "a": "eA==" } }] }'],
    ["an alias that leads nowhere", "a.yaml", "kind: Secret\ndata: *none\n"],
  ] as const)("leaves %s", ([, path, text]) => {
    expect(plainSecrets(path, text)).toEqual([]);
  });

  test("leaves a Secret that SOPS has encrypted, and not one that only looks so", () => {
    const encrypted = "ENC[AES256_GCM,data:qL8=,iv:ZwZkYOo=,tag:GjCIlp==,type:str]";
    const whole = `kind: Secret\nstringData:\n  TOKEN: ${encrypted}\nsops: { version: 3.9.0 }\n`;
    expect(plainSecrets("a.yaml", whole)).toEqual([]);
    expect(plainSecrets("a.yaml", whole.replace(encrypted, "ENC[x]"))).toHaveLength(1);
    expect(plainSecrets("a.yaml", whole.replace(/sops.*/, ""))).toHaveLength(1);
  });
});
