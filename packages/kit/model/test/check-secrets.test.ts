import { describe, expect, test } from "vitest";
import {
  anyText,
  checkEnvironment,
  defineSecret,
  environmentSchema,
  exactLength,
  externalSecrets,
  minLength,
  sealedSecret,
  secretsByHand,
  secretSourceOf,
  secretVariables,
  sopsFile,
  tlsSecret,
} from "../src/index.ts";

const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
};
const key = (value = anyText(), variable?: string) => ({
  description: "a key",
  consumers: ["web"],
  value,
  ...(variable === undefined ? {} : { variable }),
});
const web = defineSecret({ name: "web", provider: "team", keys: { TOKEN: key(exactLength(20)), "api-key": key() } });
const store = { kind: "ClusterSecretStore", name: "production" } as const;
/** As kubeseal prints it: the length of the session key, the key, what it encrypts. */
const sealed = Buffer.concat([Buffer.from([2, 0]), Buffer.alloc(512, 7), Buffer.alloc(40, 9)]).toString("base64");

function said(change: object): string[] {
  const environment = { id: "dev", environment: "development", namespace: "dev", cluster, ...change };
  return checkEnvironment(environmentSchema({}), environment, "here").map(
    ({ code, what, next }) => `${code}: ${what}; ${next}`,
  );
}

describe("accepts", () => {
  test.for<[string, object]>([
    ["contracts without a source", { secrets: [web, tlsSecret("a.example.com"), tlsSecret("b.example.com")] }],
    ["one source for all", { secrets: [web], secretSource: secretsByHand() }],
    ["a source of its own", { secrets: [web], secretSource: [externalSecrets({ store }), secretsByHand(web)] }],
    ["sealed values", { secrets: [web], secretSource: sealedSecret(web, { TOKEN: sealed, "api-key": sealed }) }],
    ["a file below the overlay", { secrets: [web], secretSource: sopsFile(web, "secrets/web.enc.yaml") }],
    [
      "one variable with one rule in two Secrets",
      { secrets: [web, { ...web, name: "api", keys: { token: key(exactLength(20)) } }] },
    ],
  ])("%s", ([, change]) => expect(said(change)).toEqual([]));
});

describe("refuses", () => {
  test.for<[string, object, string[]]>([
    [
      "one variable with two rules",
      { secrets: [web, { ...web, name: "api", keys: { token: key(minLength(20)) } }] },
      [
        'secret-contract: environment "dev": the variable TOKEN must be exactly 20 characters without white space for web, key TOKEN, and at least 20 characters without white space for api, key token; give both the same rule, or one of them a variable of its own: variable: …',
      ],
    ],
    [
      "two contracts of one name",
      { secrets: [web, web] },
      ['secret-contract: environment "dev": two contracts are named web; join them, or rename one'],
    ],
    [
      "a key without a rule, from code without types",
      { secrets: [{ ...web, keys: { TOKEN: { description: "", consumers: [] }, "a b": key(), "..a": key() } }] },
      [
        'secret-contract: environment "dev": web, key TOKEN, does not say what a valid value is; add value: anyText(), say',
        'secret-contract: environment "dev": web has the key "a b", which must consist of letters, digits, hyphens, underscores and dots; rename it',
        'secret-contract: environment "dev": web has the key "..a", which must not be a single dot, nor begin with two; rename it',
      ],
    ],
    [
      "sources that are for nothing, or too many",
      {
        secrets: [web, tlsSecret("a.example.com")],
        secretSource: [
          secretsByHand(),
          externalSecrets({ store }),
          secretsByHand({ ...web, name: "wbe" }),
          secretsByHand(web),
          sopsFile(web, "web.enc.yaml"),
          secretsByHand(tlsSecret("a.example.com")),
        ],
      },
      [
        'secret-contract: environment "dev": two sources are for all Secrets; name the Secrets of one of them',
        'secret-contract: environment "dev": two sources are for web; remove one of them',
        'secret-contract: environment "dev": a source is for "wbe", and no contract of the environment has that name; did you mean web?',
        'secret-contract: environment "dev": a source is for a-example-com-tls, which the platform provides; remove the source',
      ],
    ],
    [
      "a store and an interval that cannot be",
      {
        secrets: [web],
        secretSource: externalSecrets({ store: { kind: "SecretStore", name: "Vault!" }, refreshInterval: "often" }),
      },
      [
        'secret-contract: environment "dev": "Vault!" is not a name of a SecretStore; name the store',
        'secret-contract: environment "dev": refreshInterval is "often"; write "1h" or "15m", say',
      ],
    ],
    [
      "sealed keys that are not the contract's, and values that are not sealed",
      {
        secrets: [web],
        secretSource: {
          type: "sealed",
          secrets: ["web"],
          encryptedData: { TOKEN: "hunter2hunter2", PASSWORD: sealed },
        },
      },
      [
        'secret-contract: environment "dev": the sealed web lacks the key api-key; seal a value for it',
        'secret-contract: environment "dev": the sealed web has the key "PASSWORD", which its contract does not have; remove it, or add it to the contract',
        'secret-contract: environment "dev": the sealed web, key TOKEN, is not what kubeseal prints; if it is the plain value, it is known now: make a new one, and seal that',
      ],
    ],
    [
      "a file outside of the overlay",
      { secrets: [web], secretSource: sopsFile(web, "../dev/web.enc.yaml") },
      [
        'secret-contract: environment "dev": the file of web is "../dev/web.enc.yaml"; name a YAML file in or below the directory of the overlay',
      ],
    ],
    [
      "a value where its source should be, without showing it",
      { secrets: [web], secretSource: { TOKEN: "hunter2hunter2hunter" } },
      [
        'environment-value: environment "dev": secretSource must be secretsByHand(), externalSecrets(…), sealedSecret(…), sopsFile(…) or a list of them; change secretSource in the environment\'s file',
      ],
    ],
    [
      "a value where a contract should be, without showing it",
      { secrets: ["hunter2hunter2hunter"] },
      [
        'environment-value: environment "dev": secrets.0 must be what defineSecret returns; change secrets.0 in the environment\'s file',
      ],
    ],
  ])("%s", ([, change, messages]) => expect(said(change)).toEqual(messages));
});

describe("where a value comes from", () => {
  const production = { environment: "production", secrets: [web] };
  test("by hand, but in production from a store", () => {
    expect(secretSourceOf({ environment: "staging" }, web)).toEqual({ type: "by-hand" });
    expect(secretSourceOf(production, web)).toEqual({ type: "external", store });
    expect(secretSourceOf({ ...production, secretSource: secretsByHand() }, web)).toEqual({ type: "by-hand" });
  });

  test("from the source that names it, else from the one for all", () => {
    const secretSource = [sopsFile(web, "web.enc.yaml"), secretsByHand()];
    expect(secretSourceOf({ ...production, secretSource }, web)?.type).toBe("sops");
    expect(secretSourceOf({ ...production, secretSource }, { ...web, name: "api" })?.type).toBe("by-hand");
  });

  test("from nowhere, where the platform provides it", () =>
    expect(secretSourceOf(production, tlsSecret("a.example.com"))).toBeUndefined());
});

test("the variables of an env file", () => {
  const api = defineSecret({
    name: "api",
    provider: "team",
    keys: { token: key(exactLength(20)), "tls.crt": key(), password: key(anyText(), "DB_PASSWORD") },
  });
  const variables = secretVariables([web, tlsSecret("a.example.com"), api]);
  expect(
    variables.map(({ name, targets }) => [name, ...targets.map((one) => `${one.secret.name}/${one.key}`)]),
  ).toEqual([
    ["TOKEN", "web/TOKEN", "api/token"],
    ["API_KEY", "web/api-key"],
    ["TLS_CRT", "api/tls.crt"],
    ["DB_PASSWORD", "api/password"],
  ]);
});
