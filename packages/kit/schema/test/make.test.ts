import { compact, enforced, formatTable, type OpenApiDocument, type Table } from "@kit/schema/make";
import { expect, test } from "vitest";

const ref = (name: string) => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
const time = "io.k8s.apimachinery.pkg.apis.meta.v1.Time";

/** A group of one kind, with a part of every sort; `Tree` contains itself. */
function documentOf(
  spec: object,
  more: object = {},
  path = "/apis/example.com/v1/namespaces/{namespace}/things/{name}",
) {
  const patch = { "x-kubernetes-group-version-kind": { group: "example.com", version: "v1", kind: "Thing" } };
  return {
    paths: { [path]: { patch }, [`${path}/status`]: { patch } },
    components: {
      schemas: {
        Thing: {
          type: "object",
          properties: {
            spec,
            status: { type: "object", required: ["a"], properties: { a: { type: "string", enum: ["b"] } } },
          },
          "x-kubernetes-group-version-kind": [{ group: "example.com", version: "v1", kind: "Thing" }],
        },
        [time]: { type: "string", format: "date-time" },
        Tree: {
          type: "object",
          properties: { left: ref("Tree"), name: { type: "string", description: "The field is immutable." } },
        },
        ...more,
      },
    },
  } as OpenApiDocument;
}

const port = {
  type: "object",
  required: ["port"],
  properties: {
    port: { type: "integer", format: "int32", default: 0 },
    protocol: { type: "string", default: "TCP", enum: ["TCP", "UDP"] },
  },
};

const spec = {
  type: "object",
  required: ["since", "ports"],
  properties: {
    ports: {
      type: "array",
      items: port,
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port", "protocol"],
    },
    labels: { type: "object", additionalProperties: { type: "string" } },
    since: ref(time),
    tree: ref("Tree"),
    again: { type: "object", additionalProperties: { type: "string" } },
  },
};

test("the server's own kinds: shared types once, types that contain themselves, nothing of the status but types", () => {
  const table = compact({ documents: [documentOf(spec)], sources: { kubernetes: "1.2.3" }, custom: false });
  expect(formatTable(table)).toMatchInlineSnapshot(`
    "{
    "sources":{"kubernetes":"1.2.3"},
    "groups":["example.com"],
    "nullIsTaken":true,
    "kinds":{
    "example.com/v1":{
    "Thing":{"namespaced":true,"type":11}
    }
    },
    "nodes":[
    {"type":"integer","format":"int32"},
    {"type":"string","enum":["TCP","UDP"],"default":"TCP"},
    {"type":"object","fields":{"port":0,"protocol":1},"required":["port"]},
    {"type":"list","items":2,"listType":"map","keys":["port","protocol"],"keyDefaults":{"port":0,"protocol":"TCP"}},
    {"type":"string"},
    {"type":"map","values":4},
    {"type":"string","format":"date-time"},
    {"type":"object","fields":{"left":7,"name":8}},
    {"type":"string","immutable":true},
    {"type":"object","fields":{"again":5,"labels":5,"ports":3,"since":6,"tree":7},"required":["ports","since"]},
    {"type":"object","fields":{"a":4}},
    {"type":"object","fields":{"spec":9,"status":10}}
    ]
    }
    "
  `);
  expect(JSON.parse(formatTable(table))).toEqual(table);
});

function list(words: object): object {
  return { type: "array", items: port, ...words };
}

function merged(key: string): object {
  return { "x-kubernetes-patch-strategy": "merge,retainKeys", "x-kubernetes-patch-merge-key": key };
}

function keyed(...keys: string[]): object {
  return { "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": keys };
}

test("the key of a strategic merge is kept where a list's type does not say it already", () => {
  const properties = {
    byOne: list({ ...keyed("port"), ...merged("port") }),
    byTwo: list({ ...keyed("port", "protocol"), ...merged("port") }),
    byPatchAlone: list(merged("port")),
    replaced: list({ "x-kubernetes-patch-strategy": "replace", "x-kubernetes-patch-merge-key": "port" }),
    values: {
      type: "array",
      items: { type: "string" },
      "x-kubernetes-list-type": "set",
      "x-kubernetes-patch-strategy": "merge",
    },
  };
  const { nodes } = compact({ documents: [documentOf({ type: "object", properties })], sources: {}, custom: false });
  const fields = nodes.find(({ fields: of }) => of?.["byOne"] !== undefined)!.fields!;
  const keys = Object.entries(fields).map(([name, place]) => [name, nodes[place]!.mergeKey]);
  expect(Object.fromEntries(keys)).toEqual({ byTwo: "port", byPatchAlone: "port" });
});

test("custom resources: all that their schemas say, less what a default fills in", () => {
  const custom = {
    type: "object",
    required: ["size", "kind"],
    "x-kubernetes-preserve-unknown-fields": true,
    properties: {
      size: { type: "integer", format: "int32", minimum: 1, default: 1 },
      kind: { type: "string", pattern: "^[a-z]+$", "x-kubernetes-validations": [{ rule: "self == oldSelf" }] },
      count: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
      note: { type: "string", nullable: true, maxLength: 5 },
      free: { type: "object" },
    },
  };
  const table = compact({ documents: [documentOf(custom)], sources: { example: "v1" }, custom: true });
  expect(formatTable(table)).toMatchInlineSnapshot(`
    "{
    "sources":{"example":"v1"},
    "groups":["example.com"],
    "nullIsTaken":false,
    "kinds":{
    "example.com/v1":{
    "Thing":{"namespaced":true,"type":8}
    }
    },
    "nodes":[
    {"type":"integer","format":"int32","default":1,"limits":{"minimum":1,"maximum":2147483647}},
    {"type":"string","limits":{"pattern":"^[a-z]+$"},"immutable":true},
    {"type":"int-or-string"},
    {"type":"string","nullable":true,"limits":{"maxLength":5}},
    {"type":"object","fields":{},"open":true},
    {"type":"object","fields":{"count":2,"free":4,"kind":1,"note":3,"size":0},"required":["kind"],"open":true},
    {"type":"string","nullable":true},
    {"type":"object","fields":{"a":6},"nullable":true},
    {"type":"object","fields":{"spec":5,"status":7}}
    ]
    }
    "
  `);
});

function making(field: object): () => Table {
  const documents = [documentOf({ type: "object", properties: { a: field } })];
  return () => compact({ documents, sources: {}, custom: true });
}

test("words that the table has no place for are refused, not lost", () => {
  expect(making({ type: "string", multipleOf: 5 })).toThrow("the table has no place for multipleOf of Thing");
  expect(making({ oneOf: [{ type: "string" }, { type: "boolean" }] })).toThrow("no place for a type of Thing");
  expect(making({ type: "string", pattern: "(?i)a" })).toThrow("Invalid regular expression");
  expect(making(ref("Nowhere"))).toThrow("no schema is named Nowhere");
});

/** The names of the fields of a spec, in the table's order. */
function fieldsOf(one: object): string[] {
  const { nodes } = compact({ documents: [documentOf(one)], sources: {}, custom: false });
  return Object.keys(nodes.find(({ fields }) => fields?.["tree"] !== undefined)!.fields!);
}

test("the order of what is in a document is of no matter", () => {
  const turned = { ...spec, properties: Object.fromEntries(Object.entries(spec.properties).toReversed()) };
  expect(fieldsOf(turned)).toEqual(fieldsOf(spec));
});

test("what the API only states goes, what the server insists on stays", async () => {
  const stated = compact({ documents: [documentOf(spec)], sources: {}, custom: false });
  const asked: string[] = [];
  // A server that wants a time, and a protocol that it knows or none.
  const table = await enforced(stated, async (apiVersion, kind, object) => {
    const { since, ports = [] } = (object as { spec?: { since?: string; ports?: { protocol?: string }[] } }).spec ?? {};
    asked.push(`${apiVersion} ${kind}`);
    const unknown = ports.some(({ protocol = "" }) => !["", "TCP", "UDP"].includes(protocol));
    return [...(since === undefined ? ["spec.since missing"] : []), ...(unknown ? ["protocol unknown"] : [])];
  });
  expect(new Set(asked)).toEqual(new Set(["example.com/v1 Thing"]));
  expect(table.nodes.filter((node) => node.required ?? node.enum)).toMatchInlineSnapshot(`
    [
      {
        "default": "TCP",
        "enum": [
          "TCP",
          "UDP",
          "",
        ],
        "type": "string",
      },
      {
        "fields": {
          "again": 5,
          "labels": 5,
          "ports": 3,
          "since": 6,
          "tree": 7,
        },
        "required": [
          "since",
        ],
        "type": "object",
      },
    ]
  `);
});

test("nothing is known of what the server does not come to judge", async () => {
  const stated = compact({ documents: [documentOf(spec)], sources: {}, custom: false });
  const table = await enforced(stated, async () => undefined);
  expect(table.nodes.filter((node) => node.required ?? node.enum)).toEqual([]);
});
