import { exampleRoot, filesBelow } from "@kit/testing";
import { findKind } from "@kit/schema";
import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { compareObjects } from "../src/compare-objects.ts";
import { canonical } from "../src/diff/canonical.ts";
import { diffValues } from "../src/diff/diff-values.ts";
import { nowhere, type ListPlace } from "../src/diff/list-mode.ts";
import { documentsIn } from "../src/index.ts";
import { apply } from "./apply.ts";

type Data = Record<string, unknown>;

const deployment: ListPlace = { ...nowhere, type: findKind("apps/v1", "Deployment")!.type, api: "own" };

const scalar = fc.oneof(
  fc.constantFrom(null, true, 0, 1, -1.5, "", "a", "b", "1", "line\nline", "60s", "1m", "512Mi"),
  fc.string({ maxLength: 5 }),
);
const name = fc.oneof(
  fc.constantFrom("name", "key", "env", "rules", "tags", "__proto__", "a.b"),
  fc.string({ maxLength: 3 }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, tie("list"), tie("map")),
  list: fc.array(tie("value"), { maxLength: 5 }),
  map: fc.dictionary(name, tie("value"), { maxKeys: 4 }),
}));
const map = fc.dictionary(name, value, { maxKeys: 4 });

/** The parts of a Deployment in which lists of every mode are. */
const container = fc.record(
  {
    name: fc.constantFrom("web", "proxy", "init", "log"),
    image: fc.constantFrom("web:1", "web:2", "proxy:1"),
    args: fc.array(fc.constantFrom("--a", "--b", "--c", "--d"), { maxLength: 5 }),
    env: fc.uniqueArray(
      fc.record({ name: fc.constantFrom("A", "B", "C", "D"), value: fc.constantFrom("1", "$(A)", "$(B)") }),
      { selector: (one) => one.name, maxLength: 4 },
    ),
    ports: fc.array(
      fc.record(
        { containerPort: fc.constantFrom(80, 81), protocol: fc.constantFrom("TCP", "UDP") },
        { requiredKeys: ["containerPort"] },
      ),
      { maxLength: 4 },
    ),
    securityContext: fc.record({
      capabilities: fc.record({ add: fc.array(fc.constantFrom("A", "B", "C"), { maxLength: 4 }) }),
    }),
  },
  { requiredKeys: ["name"] },
);
const containers = fc.uniqueArray(container, { selector: (one) => one.name, maxLength: 4 });
const workload = fc
  .record({
    containers,
    initContainers: containers,
    tolerations: fc.array(fc.record({ key: fc.constantFrom("a", "b"), operator: fc.constant("Exists") }), {
      maxLength: 4,
    }),
  })
  .map((spec) => ({ apiVersion: "apps/v1", kind: "Deployment", spec: { template: { spec } } }));

describe("a diff", () => {
  test("of equal values is empty", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(diffValues(one, structuredClone(one), nowhere)).toEqual([]);
      }),
    );
  });

  test("applied to what was before gives what is after", () => {
    fc.assert(
      fc.property(map, map, (before, after) => {
        const applied = apply(before, diffValues(before, after, nowhere));
        expect(canonical(applied, nowhere)).toBe(canonical(after, nowhere));
      }),
      { numRuns: 500 },
    );
  });

  test("of workloads, applied to what was before, gives what is after", () => {
    fc.assert(
      fc.property(workload, workload, (before, after) => {
        const applied = apply(before, diffValues(before, after, deployment));
        expect(canonical(applied, deployment)).toBe(canonical(after, deployment));
      }),
      { numRuns: 500 },
    );
  });
});

test("the order of keys, and of lists whose order means nothing, is not a change", () => {
  fc.assert(
    fc.property(workload, fc.infiniteStream(fc.nat()), (object, random) => {
      expect(diffValues(object, shuffled(object, random), deployment)).toEqual([]);
    }),
  );
});

test("the order of documents is not a change, and not of what is said", () => {
  const files = [...filesBelow(exampleRoot, "generated/rendered/prod")].map(([, text]) => text);
  const edited = files.map((text) => text.replaceAll("1.0.0", "1.0.1"));
  const inOrder = (texts: readonly string[]): string[] =>
    compareObjects(documentsIn("a", files.join("---\n")), documentsIn("b", texts.join("---\n")))
      .map(({ id, fields }) => JSON.stringify([id, fields]))
      .toSorted();
  fc.assert(
    fc.property(fc.shuffledSubarray(edited, { minLength: edited.length }), (texts) => {
      expect(inOrder(texts)).toEqual(inOrder(edited));
    }),
    { numRuns: 10 },
  );
});

describe("of a Secret", () => {
  const secretValue = fc
    .string({ minLength: 8, maxLength: 12 })
    .map((text) => `hidden-${Buffer.from(text).toString("hex")}`);
  const values = fc.dictionary(fc.constantFrom("A", "B", "C"), secretValue, { maxKeys: 3 });
  const secret = fc
    .tuple(values, values, fc.constantFrom("one", "two"), secretValue)
    .map(([data, stringData, own, copied]) => ({
      apiVersion: "v1",
      kind: "Secret",
      metadata: {
        name: own,
        annotations: { "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({ data: { A: copied } }) },
      },
      data: Object.fromEntries(Object.entries(data).map(([key, one]) => [key, Buffer.from(one).toString("base64")])),
      stringData,
    }));

  test("no value is in a change, whichever it is", () => {
    fc.assert(
      fc.property(secret, secret, (before, after) => {
        const text = JSON.stringify(compareObjects(documentsIn("a", dump(before)), documentsIn("b", dump(after))));
        expect(text).not.toContain("hidden-");
        expect(text).not.toContain(Buffer.from("hidden").toString("base64"));
      }),
    );
  });

  test("the keys that came, went and changed are", () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const [change] = compareObjects(documentsIn("a", secretText(before)), documentsIn("b", secretText(after)));
        const said = (change?.fields ?? []).map(({ op, path }) => `${op} ${path}`);
        const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
        const expected = keys.flatMap((key) => {
          if (!(key in before)) return [`added stringData.${key}`];
          if (!(key in after)) return [`removed stringData.${key}`];
          return before[key] === after[key] ? [] : [`changed stringData.${key}`];
        });
        expect(said.toSorted()).toEqual(expected.toSorted());
      }),
    );
  });
});

/** The same with other orders, but of the lists whose order means something. */
function shuffled(part: unknown, random: fc.Stream<number>, field = ""): unknown {
  if (Array.isArray(part)) {
    const items = (part as unknown[]).map((item) => shuffled(item, random, field));
    const hasOrder =
      ["args", "initContainers"].includes(field) || (field === "env" && JSON.stringify(part).includes("$("));
    // A list whose items have keys twice is known by its places.
    const isTwice = field === "ports" && new Set(items.map(portKey)).size < items.length;
    return hasOrder || isTwice ? items : inOtherOrder(items, random);
  }
  if (typeof part !== "object" || part === null) return part;
  const entries = Object.entries(part).map(([key, one]): [string, unknown] => [key, shuffled(one, random, key)]);
  return Object.fromEntries(inOtherOrder(entries, random));
}

function portKey(port: unknown): string {
  const { containerPort, protocol = "TCP" } = port as { containerPort: number; protocol?: string };
  return `${containerPort}/${protocol}`;
}

function inOtherOrder<Item>(items: readonly Item[], random: fc.Stream<number>): Item[] {
  return items
    .map((item) => ({ item, at: random.next().value ?? 0 }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function secretText(stringData: Data): string {
  return dump({ apiVersion: "v1", kind: "Secret", metadata: { name: "one" }, stringData });
}
