import { madeSecrets } from "@kit/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskSecrets } from "../src/index.ts";

describe("maskSecrets", () => {
  test("shows of each kind what every value of it has", () => {
    const masked = madeSecrets(1).map(({ kind, value }) => [kind, maskSecrets(value)]);
    expect(Object.fromEntries(masked)).toMatchInlineSnapshot(`
      {
        "a GitHub token": "ghp_***",
        "a GitLab token": "glpat-***",
        "a Google API key": "AIza***",
        "a JSON web token": "eyJ***",
        "a PostgreSQL URL": "postgresql://shop:***@db.example.com/shop",
        "a SendGrid key": "SG.***",
        "a Slack token": "xoxb-***",
        "a Slack webhook": "https://hooks.slack.com/services/***",
        "a Stripe key": "sk_live_***",
        "a Telegram token": "3724954534:***",
        "a Vault token": "hvs.***",
        "a fine-grained GitHub token": "github_pat_***",
        "a private key": "-----BEGIN PRIVATE KEY-----***-----END PRIVATE KEY-----",
        "a random key": "***",
        "a short sk- key": "sk-***",
        "an AWS access key": "AKIA***",
        "an AWS secret": "***",
        "an Azure key": "AccountName=shop;AccountKey=***",
        "an OpenAI key": "sk-***",
        "an npm token": "npm_***",
      }
    `);
  });

  test("lets nothing of a secret survive, whatever stands around it", () => {
    const surroundings = fc.constantFrom(
      (value: string) => value,
      (value: string) => `Type '"${value}"' is not assignable to type 'number'.`,
      (value: string) => JSON.stringify({ data: { GREETING: value } }),
      (value: string) => JSON.stringify(JSON.stringify({ message: `see ${value}, please` })),
      (value: string) => `-  GREETING: ${value}\n+  GREETING: none\n`,
      (value: string) => `--- patch\ndata:\n  GREETING: |-\n${value.replaceAll(/^/gm, "    ")}\n`,
      (value: string) => value.replaceAll(/^/gm, "-    "),
      (value: string) => `| **GREETING** | ${value.replaceAll(/[_*~+-]/g, "\\$&")} |`,
    );
    const words = fc.array(fc.constantFrom("the", "value", "of", "FRONTEND_URL", "http://a:80/b", "is:", "\n", "'"));
    const property = fc.property(words, surroundings, words, fc.integer({ min: 0 }), (before, around, after, seed) => {
      for (const { kind, value, secret } of madeSecrets(seed)) {
        const masked = maskSecrets(`${before.join(" ")} ${around(value)} ${after.join(" ")}`);
        expect(
          secret.flatMap(pieces).filter((piece) => masked.includes(piece)),
          `${kind} in ${masked}`,
        ).toEqual([]);
      }
    });
    // One random value in 100,000 does not look random: with a seed of its own each time, a run would fail now and then.
    fc.assert(property, { numRuns: 200, seed: 20_261_122 });
  });

  test("masks a value that only its name gives away", () => {
    const value = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    const texts = [
      `SESSION_SECRET: ${value}`,
      `session-secret=${value}`,
      `{"apiKey":"${value}"}`,
      `"{\\"apiKey\\": \\"${value}\\"}"`,
      `const token = "${value}";`,
      `DB_PASSWORD: |-\n  ${value}`,
      `- name: SESSION_SECRET\n  value: ${value}`,
      `{ value: "${value}", name: "SESSION_SECRET" }`,
    ];
    expect(texts.map((text) => maskSecrets(text))).toEqual(texts.map((text) => text.replace(value, "***")));
  });

  test("masks a private key that is cut off", () => {
    const [key] = madeSecrets(2).filter(({ kind }) => kind === "a private key");
    const cut = key!.value.split("\n").slice(0, -1).join("\n");
    expect(maskSecrets(`key: "${cut}" is wrong`)).toBe(`key: "${cut.split("\n")[0]}***" is wrong`);
  });

  test.for([
    ["a digest", "checksum/config: 8589462629edcce8ece1571248b42145e09d2074b90e2593b72c6c50a235e14c"],
    ["an image's digest", "app@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["an image with a port", "registry.example.com:5000/acme/app:1.10@sha256:e3b0c44298fc1c149afbf4c8996fb924"],
    ["a digest in base64", `sha512-${madeSecrets(3)[1]!.value}==, h1:${madeSecrets(3)[1]!.value}=`],
    [
      "base64 of a text",
      `data: ${Buffer.from("LOG_LEVEL: INFO\nFRONTEND_URL: https://a.example\n").toString("base64")}`,
    ],
    ["a UUID", "uid: 3f2b8c1e-9d4a-4f6b-8e2c-1a7d5b9c0e3f"],
    ["a commit", "at 4690d36f1c2b3a49586776859403c2b1a0f9e8d7"],
    ["URLs", "http://a:8080/x?mail=b@c.example, ssh://git@github.com/a/b, https://shop.example.com:443/"],
    ["words that end like a prefix", "task-abcdefghijklmnop1234567, risk-free-abcdefghijklmnop, desk-1234567890123456"],
    ["words that begin like a prefix", "sk-learn-is-a-nice-package-name, eyJust, npm_config_registry, AKIApelago"],
    [
      "names of secrets",
      "PASSWORD_MIN_LENGTH=1234567890123456abc1, secretName: shop-example-com-tls, name: app-secrets",
    ],
    ["references", 'API_TOKEN: "$(API_TOKEN_OF_1_SERVICE)", password: ${DB_PASSWORD_2_OF_3_HERE}'],
    [
      "names of types",
      "IIoK8sApiCoreV1PodSpec, HorizontalPodAutoscalerV2Beta2Status, kubernetes-models/policy/v1/PodDisruptionBudget",
    ],
    [
      "what SOPS has encrypted",
      "ENC[AES256_GCM,data:qL8dN2,iv:ZwZkYOoRbNg1xZH5eNZzWw==,tag:GjCIlpoOQOxu3b3bM/aCXw==,type:str]",
    ],
    ["the path of a temporary directory", "in /tmp/manifests-test-PIk4cP/deep/service.json, /private/var/T/kX9aQ2/a/b"],
    [
      "sentences about secrets",
      "the volume tls reads the Secret web-tls, and password, token2 or Secret a-b1: all are there",
    ],
    ["the mention of a key", "a private key begins with -----BEGIN PRIVATE KEY----- and a line break"],
  ])("leaves %s as it is", ([, text]) => {
    expect(maskSecrets(text!)).toBe(text);
  });

  test("leaves prose as it is", () => {
    const words = fc.array(fc.stringMatching(/^(?:[a-z]{1,14}|[A-Z][a-z]{1,14}|[A-Z_]{1,14}|\d{1,6})[.,:;!?]?$/));
    const property = fc.property(words, (prose) => {
      expect(maskSecrets(prose.join(" "))).toBe(prose.join(" "));
    });
    fc.assert(property);
  });
});

/** Every eight characters of a text. */
function pieces(text: string): string[] {
  return Array.from({ length: text.length - 7 }, (_, at) => text.slice(at, at + 8));
}
