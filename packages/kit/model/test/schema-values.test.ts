import { describe, expect, test } from "vitest";
import {
  boolean,
  checkEnvironment,
  environmentSchema,
  listOf,
  namedServices,
  nested,
  number,
  optional,
  perService,
  publicUrl,
  quantity,
  record,
  text,
} from "../src/index.ts";

const schema = environmentSchema({
  debug: boolean(),
  ratio: number(0, 1),
  offset: optional(number()),
  owner: optional(text()),
  database: nested({ host: text(), pool: nested({ size: number(1), url: optional(publicUrl()) }) }),
  tenants: record(nested({ url: publicUrl(), storage: quantity() })),
  mirrors: optional(listOf(nested({ url: publicUrl() }))),
  sizes: optional(perService(["web"], quantity())),
});
const production = {
  id: "prod",
  environment: "production",
  namespace: "shop",
  cluster: {
    id: "one",
    nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
    reserve: { cpu: "500m", memory: "1Gi" },
    target: 70,
  },
  debug: false,
  ratio: 0.5,
  database: { host: "db", pool: { size: 5 } },
  tenants: { a: { url: "https://a.example.com", storage: "1Gi" } },
};

function said(change: object): [what: string, next: string][] {
  return checkEnvironment(schema, { ...production, ...change }, "here").map(({ what, next }) => [what, next]);
}

function wrong(path: string, rest: string): [string, string] {
  return [`environment "prod": ${path} ${rest}`, `change ${path} in the environment's file`];
}

function missing(path: string): [string, string] {
  return [`environment "prod": ${path} is missing`, `give ${path} a value in the environment's file`];
}

function unknown(path: string, next: string): [string, string] {
  return [`environment "prod": ${path} is not a value of this system's environments`, next];
}

test("accepts what is right, with and without what is optional", () => {
  expect(said({})).toEqual([]);
  expect(said({ offset: -1.5, owner: "team", mirrors: [{ url: "https://m.example.com" }], tenants: {} })).toEqual([]);
  expect(said({ offset: undefined })).toEqual([]);
});

describe("refuses, with the path", () => {
  const remove = "remove it, or add it to the system's schema";
  const cases: [string, object, [string, string][]][] = [
    ["a word for true or false", { debug: "no" }, [wrong("debug", 'must be true or false, got "no"')]],
    ["a number out of its range", { ratio: 2 }, [wrong("ratio", "must be a number from 0 to 1, got 2")]],
    ["a number as text", { ratio: "1" }, [wrong("ratio", 'must be a number from 0 to 1, got "1"')]],
    ["no number at all", { offset: Number.NaN }, [wrong("offset", "must be a number, got NaN")]],
    ["one without an end", { offset: Infinity }, [wrong("offset", "must be a number, got Infinity")]],
    ["an empty text", { owner: "" }, [wrong("owner", 'must not be empty, got ""')]],
    ["null for what is optional", { owner: null }, [wrong("owner", "must be a text, got null")]],
    ["a text for a map", { database: "db" }, [wrong("database", 'must be a map of values, got "db"')]],
    ["a nested value that is missing", { database: { host: "db" } }, [missing("database.pool")]],
    ["one two levels down", { database: { host: "db", pool: {} } }, [missing("database.pool.size")]],
    [
      "one out of its range",
      { database: { host: "db", pool: { size: 0 } } },
      [wrong("database.pool.size", "must be a number of at least 1, got 0")],
    ],
    [
      "a nested name that is misspelt, with the nearest of its own map",
      { database: { host: "db", pool: { size: 5, urll: "https://a.example.com" } } },
      [unknown("database.pool.urll", "write url, or remove it")],
    ],
    [
      "a nested name that is like one of the top",
      { database: { host: "db", pool: { size: 5 }, debug: true } },
      [unknown("database.debug", remove)],
    ],
    [
      "a value of a record",
      { tenants: { a: { url: "https://a.example.com", storage: 1 } } },
      [wrong("tenants.a.storage", 'must be a quantity as a string, such as "500m" or "4Gi", got 1')],
    ],
    [
      "one whose name is no word",
      { tenants: { "a.b/c": { url: "https://a.example.com" } } },
      [missing('tenants["a.b/c"].storage')],
    ],
    ["a list for a record", { tenants: 3 }, [wrong("tenants", "must be a map of names to values, got 3")]],
    [
      "a public URL of this computer, wherever it stands",
      {
        database: { host: "db", pool: { size: 5, url: "http://localhost" } },
        tenants: { "a.b": { url: "http://a.example.com", storage: "1Gi" } },
        mirrors: [{ url: "https://localhost" }],
      },
      [
        wrong("database.pool.url", 'must not be this computer in production, got "http://localhost"'),
        wrong(
          'tenants["a.b"].url',
          'must be https: because browsers read it in production, got "http://a.example.com"',
        ),
        wrong("mirrors.0.url", 'must not be this computer in production, got "https://localhost"'),
      ],
    ],
  ];
  test.for(cases)("%s", ([, change, expected]) => expect(said(change)).toEqual(expected));
});

test("finds the services that are named anywhere", () => {
  const deep = environmentSchema({
    sizes: optional(perService(["web"], quantity())),
    regions: record(nested({ sizes: perService(["api"], quantity()) })),
  });
  expect(namedServices(deep)).toEqual([
    { key: "sizes", service: "web" },
    { key: "regions.sizes", service: "api" },
  ]);
});
