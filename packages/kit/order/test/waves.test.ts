import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isOrderedByKind, orderOf, tooLate, waveAnnotation, type Order, type OrderEdge } from "../src/index.ts";
import { rankOf } from "../src/kind-order.ts";
import { environment, plainEnvironment, type Manifest } from "./environments.ts";
import { said } from "./ordered.ts";

const runs = { numRuns: 1500 };

describe("of any environment", () => {
  test("the waves satisfy every edge that binds", () => {
    holds(environment(), (order) =>
      expect(order.edges.filter((edge) => !isSatisfied(edge, order)).map(asText)).toEqual([]),
    );
  });

  test("no object is earlier than it must be, and none later that nobody has moved", () => {
    holds(environment(), (order) => {
      const free = order.nodes.filter(({ given }) => given === undefined);
      const early = free.filter((node) => {
        const wave = order.waves.get(node)!;
        if (wave >= 0) return false;
        const later = { ...order, waves: new Map(order.waves).set(node, wave + 1) };
        return order.edges.filter(({ before }) => before === node).every((edge) => isSatisfied(edge, later));
      });
      const late = free.filter((node) => {
        const wave = order.waves.get(node)!;
        const earlier = { ...order, waves: new Map(order.waves).set(node, wave - 1) };
        return (
          wave > 0 && order.edges.filter(({ after }) => after === node).every((edge) => isSatisfied(edge, earlier))
        );
      });
      expect({ early, late }).toEqual({ early: [], late: [] });
    });
  });

  test("a written wave stays", () => {
    holds(environment(), ({ nodes, waves }) => {
      expect(nodes.filter((node) => node.given !== undefined && node.given !== waves.get(node))).toEqual([]);
    });
  });

  test("the order of the input does not matter", () => {
    const shuffled = environment().chain((objects) =>
      fc.tuple(fc.constant(objects), fc.shuffledSubarray(objects, { minLength: objects.length })),
    );
    fc.assert(
      fc.property(shuffled, ([objects, others]) => {
        expect(said(orderOf(others))).toEqual(said(orderOf(objects)));
      }),
      runs,
    );
  });

  test("with the waves written into it, nothing comes too late, and none has to be written", () => {
    fc.assert(
      fc.property(environment(), (objects) => {
        const { nodes, waves, cycles, contradictions } = orderOf(objects);
        fc.pre(cycles.length === 0 && contradictions.length === 0);
        const written = objects.map((object, index) => {
          const node = nodes.find((one) => one.index === index);
          return node === undefined ? object : withWave(object, waves.get(node)!);
        });
        const again = orderOf(written);
        expect({ late: tooLate(again), contradictions: again.contradictions }).toEqual({
          late: [],
          contradictions: [],
        });
      }),
      runs,
    );
  });

  test("what comes too late is fixed by the waves that are named", () => {
    fc.assert(
      fc.property(environment(), (objects) => {
        const late = tooLate(orderOf(objects));
        const needed = new Map(late.map(({ node, needed }) => [node.index, needed]));
        const fixed = objects.map((object, index) => {
          const wave = needed.get(index);
          return wave === undefined ? object : withWave(object, wave);
        });
        expect(tooLate(orderOf(fixed))).toEqual([]);
      }),
      runs,
    );
  });

  test("a cycle is one: each of its edges binds and ends where the next begins", () => {
    fc.assert(
      fc.property(environment(), (objects) => {
        for (const cycle of orderOf(objects).cycles) {
          cycle.forEach(({ after, strength }, index) => {
            expect(strength).not.toBe("any");
            expect(after).toBe(cycle[(index + 1) % cycle.length]!.before);
          });
        }
      }),
      runs,
    );
  });
});

test("what is not ordered by its kind alone", () => {
  const objects = [
    {},
    { apiVersion: "external-secrets.io/v1", kind: "ExternalSecret" },
    { apiVersion: "scheduling.k8s.io/v1", kind: "PriorityClass" },
    { apiVersion: "serving.knative.dev/v1", kind: "Service" },
    { apiVersion: "apiextensions.k8s.io/v1", kind: "CustomResourceDefinition" },
    job({ [waveAnnotation]: "0" }),
    job({ "argocd.argoproj.io/hook": "Sync" }),
    job({ "helm.sh/hook": "pre-install" }),
  ];
  expect(objects.filter(isOrderedByKind)).toEqual([]);
  expect([job({}), job({ team: "a" })].filter(isOrderedByKind)).toHaveLength(2);
});

test("an environment of kinds that Argo CD knows, without operators and migrations, needs no wave", () => {
  fc.assert(
    fc.property(plainEnvironment(), (objects) => {
      const { waves, cycles } = orderOf(objects);
      const found = { waves: [...waves.values()].filter((wave) => wave !== 0), cycles };
      expect({ ...found, ordered: objects.every(isOrderedByKind) }).toEqual({ waves: [], cycles: [], ordered: true });
    }),
    runs,
  );
});

test("a thousand services in one namespace have five edges each", () => {
  const objects = Array.from({ length: 1000 }, (_, index) => index).flatMap((index) => [
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: `config-${index}` } },
    {
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: `web-${index}` },
      spec: { selector: { app: `web-${index}` } },
    },
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: `web-${index}` },
      spec: {
        template: {
          metadata: { labels: { app: `web-${index}` } },
          spec: { containers: [{ name: "web", envFrom: [{ configMapRef: { name: `config-${index}` } }] }] },
        },
      },
    },
  ]);
  const namespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } };
  expect(orderOf([namespace, ...objects]).edges).toHaveLength(5000);
});

/** Asserts something of the order of environments that have no cycle and no contradiction. */
function holds(environments: fc.Arbitrary<Manifest[]>, claim: (order: Order) => void): void {
  fc.assert(
    fc.property(environments, (objects) => {
      const order = orderOf(objects);
      fc.pre(order.cycles.length === 0 && order.contradictions.length === 0);
      claim(order);
    }),
    runs,
  );
}

/** As docs/order.md says it. */
function isSatisfied({ before, after, strength }: OrderEdge, { waves }: Order): boolean {
  if (strength === "any") return true;
  const [early, late] = [waves.get(before)!, waves.get(after)!];
  if (early !== late) return early < late;
  return strength === "exists" && rankOf(before.kind) < rankOf(after.kind);
}

function asText({ before, after, reason }: OrderEdge): string {
  return `${before.id} ${after.id} ${reason}`;
}

function withWave(object: Manifest, wave: number): Manifest {
  const annotations = { ...object.metadata.annotations, [waveAnnotation]: String(wave) };
  return { ...object, metadata: { ...object.metadata, annotations } };
}

function job(annotations: object): object {
  return { apiVersion: "batch/v1", kind: "Job", metadata: { annotations } };
}
