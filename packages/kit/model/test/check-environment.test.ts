import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkEnvironment,
  environmentSchema,
  exposure,
  listOf,
  oneOf,
  perService,
  publicUrl,
  url,
} from "../src/index.ts";

const schema = environmentSchema({
  frontendUrl: publicUrl(),
  origins: listOf(publicUrl()),
  internalUrl: url(),
  logLevel: oneOf("INFO", "DEBUG"),
  exposure: perService(["web"], exposure()),
});
const cluster = {
  id: "one",
  nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
  reserve: { cpu: "500m", memory: "1Gi" },
  target: 70,
};
const production = {
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster,
  frontendUrl: "https://shop.example.com",
  origins: ["https://shop.example.com"],
  internalUrl: "http://backend:8000",
  logLevel: "INFO",
  exposure: { web: { type: "Ingress", host: "shop.example.com" } },
};

function said(change: object): string[] {
  return checkEnvironment(schema, { ...production, ...change }, "here").map(({ what }) => what);
}

describe("accepts", () => {
  test("what is right", () => expect(said({})).toEqual([]));

  test("http: and this computer where it is not production", () => {
    const local = { environment: "development", frontendUrl: "http://localhost:3000", origins: ["http://127.0.0.1"] };
    expect(said(local)).toEqual([]);
  });
});

describe("public URLs where it is not production by name", () => {
  const local = { frontendUrl: "http://localhost:3000" };
  const next = (change: object): string[] =>
    checkEnvironment(schema, { ...production, ...local, ...change }, "here").map((problem) => problem.next);

  test("are refused in staging, which need not be as production", () => {
    expect(next({ environment: "staging" })).toEqual([
      "change frontendUrl in the environment's file, or write asProduction: false there",
    ]);
    expect(next({ environment: "staging", asProduction: false })).toEqual([]);
  });

  test("are refused in development that is as production", () => {
    expect(next({ environment: "development", asProduction: true })).toHaveLength(1);
  });
});

describe("refuses", () => {
  const cases: [string, object, string[]][] = [
    [
      "http: for browsers in production",
      { frontendUrl: "http://shop.example.com" },
      [
        'environment "prod": frontendUrl must be https: because browsers read it in production, got "http://shop.example.com"',
      ],
    ],
    [
      "the same in a list",
      { origins: ["https://a.example.com", "http://b.example.com"] },
      [
        'environment "prod": origins.1 must be https: because browsers read it in production, got "http://b.example.com"',
      ],
    ],
    [
      "this computer in production, by any of its names",
      { origins: ["https://localhost", "https://127.0.0.1:3000", "https://[::1]", "https://app.localhost"] },
      ["https://localhost", "https://127.0.0.1:3000", "https://[::1]", "https://app.localhost"].map(
        (value, index) =>
          `environment "prod": origins.${index} must not be this computer in production, got "${value}"`,
      ),
    ],
    ["an empty list", { origins: [] }, ['environment "prod": origins must not be empty, got []']],
    [
      "a scheme that is not http",
      { internalUrl: "ftp://files" },
      ['environment "prod": internalUrl must be a URL such as https://shop.example.com, got "ftp://files"'],
    ],
    ["a number", { logLevel: 3 }, ['environment "prod": logLevel must be one of "INFO", "DEBUG", got 3']],
    [
      "a misspelt service",
      { exposure: { wbe: { type: "ClusterIP" } } },
      [
        'environment "prod": exposure.web is missing',
        'environment "prod": exposure.wbe is not a value of this system\'s environments',
      ],
    ],
    [
      "a NodePort out of range",
      { exposure: { web: { type: "NodePort", nodePort: 8080 } } },
      ['environment "prod": exposure.web.nodePort must be a whole number from 30000 to 32767, got 8080'],
    ],
    [
      "an unknown kind of exposure",
      { exposure: { web: { type: "LoadBalancer" } } },
      ['environment "prod": exposure.web.type must be "ClusterIP", "NodePort" or "Ingress", got "LoadBalancer"'],
    ],
    [
      "a host that is not a host name",
      { exposure: { web: { type: "Ingress", host: "https://shop.example.com" } } },
      [
        'environment "prod": exposure.web.host must be a lower-case host name such as shop.example.com, got "https://shop.example.com"',
      ],
    ],
    [
      "an id that could leave overlays/",
      { id: "../prod" },
      [
        'environment "../prod": id must be the path of its overlay below overlays/, such as "dev" or "shop/prod": lower-case letters, digits and -, got "../prod"',
      ],
    ],
    [
      "plain data for an object",
      { objects: [{ kind: "Namespace" }] },
      [
        'environment "prod": objects.0 must be an object of a kubernetes-models class, such as new Namespace({…}), got {"kind":"Namespace"}',
      ],
    ],
  ];
  test.for(cases)("%s", ([, change, expected]) => expect(said(change)).toEqual(expected));
});

test("never throws, whatever untyped code gives", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), (value, other) => {
      expect(checkEnvironment(schema, value, "here").length).toBeGreaterThan(0);
      expect(() => said({ frontendUrl: value, origins: [other], exposure: value, cluster: other })).not.toThrow();
    }),
  );
});
