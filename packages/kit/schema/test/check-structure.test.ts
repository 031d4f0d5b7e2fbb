import { allKinds, checkStructure, findKind } from "@kit/schema";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

type Data = Record<string, unknown>;

function checked(data: Data) {
  return checkStructure(findKind(data["apiVersion"] as string, data["kind"] as string)!, data);
}

/** Problems as lines: code, path, message, fix. */
function problemsOf(data: Data): string[] {
  return checked(data).problems.map(({ code, path, message, fix }) => `${code} ${path.join(".")}: ${message} (${fix})`);
}

const head = { apiVersion: "v1", metadata: { name: "main" } };
const labels = { app: "main" };

function deployment(container: Data, spec: Data = {}, pod: Data = {}): Data {
  const template = { metadata: { labels }, spec: { containers: [{ name: "main", ...container }], ...pod } };
  return {
    ...head,
    apiVersion: "apps/v1",
    kind: "Deployment",
    spec: { selector: { matchLabels: labels }, template, ...spec },
  };
}

test("what is right is returned as it is", () => {
  const data = deployment({ image: "main:1", ports: [{ containerPort: 80 }], resources: { limits: { cpu: 1 } } });
  const { problems, clean } = checked(data);
  expect(problems).toEqual([]);
  expect(clean).toBe(data);
});

test("one walk says all of it, and leaves the rest", () => {
  const data = deployment(
    { imag: "main:1", imagePullPolicy: "always", args: "--all", env: [{ name: "A", value: 1 }, { name: "A" }] },
    { replica: 2, replicas: "2", minReadySeconds: null },
  );
  expect(problemsOf(data)).toMatchInlineSnapshot(`
    [
      "unknown-field spec.template.spec.containers.0.imag: there is no field "imag" (did you mean image?)",
      "enum spec.template.spec.containers.0.imagePullPolicy: "always" is not one of the values "Always", "IfNotPresent" or "Never" (did you mean Always?)",
      "type spec.template.spec.containers.0.args: expected a list, not the string "--all" (write a list: each item on a line of its own, after a -)",
      "type spec.template.spec.containers.0.env.0.value: expected a string, not the number 1 (write it in quotes: "1")",
      "duplicate-key spec.template.spec.containers.0.env.1: item 0 of the list has the same name "A" (keep one of the two)",
      "unknown-field spec.replica: there is no field "replica" (did you mean replicas?)",
      "type spec.replicas: expected a whole number, not the string "2" (write it without quotes: 2)",
    ]
  `);
  expect(checked(data).clean).toMatchInlineSnapshot(`
    {
      "apiVersion": "apps/v1",
      "kind": "Deployment",
      "metadata": {
        "name": "main",
      },
      "spec": {
        "selector": {
          "matchLabels": {
            "app": "main",
          },
        },
        "template": {
          "metadata": {
            "labels": {
              "app": "main",
            },
          },
          "spec": {
            "containers": [
              {
                "env": [
                  {
                    "name": "A",
                  },
                  {
                    "name": "A",
                  },
                ],
                "name": "main",
              },
            ],
          },
        },
      },
    }
  `);
});

describe("messages help", () => {
  test("with values that only lack or have quotes", () => {
    expect(problemsOf({ ...head, kind: "ConfigMap", data: { port: 80, on: true }, immutable: "true" }))
      .toMatchInlineSnapshot(`
      [
        "type data.port: expected a string, not the number 80 (write it in quotes: "80")",
        "type data.on: expected a string, not the boolean true (write it in quotes: "true")",
        "type immutable: expected true or false, not the string "true" (write it without quotes: true)",
      ]
    `);
  });

  test("with names that are nothing near", () => {
    expect(problemsOf({ ...head, kind: "ConfigMap", spec: {} })).toMatchInlineSnapshot(`
      [
        "unknown-field spec: there is no field "spec" (remove it; the fields here are apiVersion, binaryData, data, immutable, kind, metadata)",
      ]
    `);
  });

  test("with values that do not parse", () => {
    const limits = { limits: { memory: "1gi", cpu: ["1"] } };
    expect(problemsOf(deployment({ resources: limits }))).toMatchInlineSnapshot(`
      [
        "value spec.template.spec.containers.0.resources.limits.memory: "1gi" is not a quantity (write a number with a unit, such as 100m, 1.5 or 512Mi)",
        "type spec.template.spec.containers.0.resources.limits.cpu: expected a quantity, not a list (write a quantity)",
      ]
    `);
    expect(problemsOf({ ...head, kind: "Secret", data: { a: "plain text" } })).toMatchInlineSnapshot(`
      [
        "value data.a: "plain text" is not base64 (encode the value as base64)",
      ]
    `);
  });

  test("with what a custom resource asks", () => {
    const spec = { secretStoreRef: { name: "Vault", kind: "Store" }, data: [{ secretKey: "" }], dataFrom: null };
    expect(problemsOf({ ...head, apiVersion: "external-secrets.io/v1", kind: "ExternalSecret", spec }))
      .toMatchInlineSnapshot(`
      [
        "value spec.secretStoreRef.name: "Vault" does not match ^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$ (write what the pattern says)",
        "enum spec.secretStoreRef.kind: "Store" is not one of the values "SecretStore" or "ClusterSecretStore" (write "SecretStore" or "ClusterSecretStore")",
        "value spec.data.0.secretKey: "" does not match ^[-._a-zA-Z0-9]+$ (write what the pattern says)",
        "required spec.data.0.remoteRef: remoteRef is missing (write it: it is required)",
        "type spec.dataFrom: expected a list, not null (write it, or leave the field out)",
      ]
    `);
  });

  test("with something that is not an object", () => {
    expect(checkStructure(findKind("v1", "ConfigMap")!, ["a"])).toEqual({
      problems: [
        { code: "type", path: [], message: "expected an object, not a list", fix: "write the fields of a ConfigMap" },
      ],
      clean: {},
    });
  });
});

test("what is not written at all still lacks what it requires", () => {
  expect(problemsOf({ ...head, apiVersion: "apps/v1", kind: "Deployment" })).toMatchInlineSnapshot(`
    [
      "required spec.selector: selector is missing (write it: it is required)",
      "required spec.template: template is missing (write it: it is required)",
    ]
  `);
});

function problemsOfPorts(...ports: Data[]): string[] {
  return problemsOf(deployment({ ports }));
}

describe("keys of a list", () => {
  test("count with their defaults", () => {
    expect(problemsOfPorts({ containerPort: 80 }, { containerPort: 80, protocol: "TCP" })).toMatchInlineSnapshot(`
      [
        "duplicate-key spec.template.spec.containers.0.ports.1: item 0 of the list has the same containerPort 80, protocol "TCP" (keep one of the two)",
      ]
    `);
    expect(problemsOfPorts({ containerPort: 80 }, { containerPort: 80, protocol: "UDP" })).toEqual([]);
    expect(problemsOfPorts({ containerPort: 80 }, { containerPort: 80, protocol: null })).toEqual([]);
  });

  test("may be missing once", () => {
    expect(problemsOf(deployment({ env: [{ value: "1" }, { value: "2" }] }))).toMatchInlineSnapshot(`
      [
        "required spec.template.spec.containers.0.env.0.name: name is missing (write it: it is required)",
        "required spec.template.spec.containers.0.env.1.name: name is missing (write it: it is required)",
        "duplicate-key spec.template.spec.containers.0.env.1: item 0 of the list has the same name "" (keep one of the two)",
      ]
    `);
  });
});

describe("null", () => {
  test("is as if it were not written, but for an item that is known by its key", () => {
    const data = deployment({ args: [null, "a"], env: [null], command: null });
    expect(problemsOf(data)).toMatchInlineSnapshot(`
      [
        "type spec.template.spec.containers.0.env.0: an item of this list cannot be null (write it, or remove it)",
      ]
    `);
    expect(checked(data).clean).toEqual(deployment({ args: ["", "a"], env: [] }));
  });

  test("is refused in a custom resource", () => {
    const spec = { interval: "1m", prune: null, sourceRef: { kind: "GitRepository", name: "main" }, wait: null };
    expect(problemsOf({ ...head, apiVersion: "kustomize.toolkit.fluxcd.io/v1", kind: "Kustomization", spec }))
      .toMatchInlineSnapshot(`
      [
        "type spec.prune: expected true or false, not null (write it, or leave the field out)",
        "type spec.wait: expected true or false, not null (write it, or leave the field out)",
      ]
    `);
  });
});

test("a number that is too great for its type is what the server makes of it", () => {
  const { problems, clean } = checked(deployment({}, { replicas: 2 ** 31, revisionHistoryLimit: 1e10 }));
  expect(problems).toEqual([]);
  expect(clean).toMatchObject({ spec: { replicas: -(2 ** 31), revisionHistoryLimit: 1_410_065_408 } });
});

test("an own field named like one of every object is one like any other", () => {
  const data = JSON.parse(
    '{"apiVersion":"v1","kind":"ConfigMap","__proto__":1,"data":{"__proto__":"a","b":1}}',
  ) as Data;
  expect(problemsOf(data)).toMatchInlineSnapshot(`
    [
      "unknown-field __proto__: there is no field "__proto__" (remove it; the fields here are apiVersion, binaryData, data, immutable, kind, metadata)",
      "type data.b: expected a string, not the number 1 (write it in quotes: "1")",
    ]
  `);
  expect(JSON.stringify(checked(data).clean)).toBe('{"apiVersion":"v1","kind":"ConfigMap","data":{"__proto__":"a"}}');
});

// What is right of anything is right, but for what is missing or twice there.
test("whatever it is given, what is left has the right types", () => {
  const kinds = allKinds();
  const names = [
    "spec",
    "metadata",
    "name",
    "labels",
    "data",
    "template",
    "containers",
    "env",
    "ports",
    "rules",
    "status",
  ];
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.jsonValue({ maxDepth: 0 }),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), tie("value"), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.constantFrom(...kinds), json, json, (schema, spec, metadata) => {
      const { clean } = checkStructure(schema, { apiVersion: schema.apiVersion, kind: schema.kind, metadata, spec });
      const left = checkStructure(schema, clean).problems.map(({ code }) => code);
      expect(left.filter((code) => code === "type" || code === "unknown-field" || code === "enum")).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
