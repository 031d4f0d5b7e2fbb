import { defineCluster } from "@kit/model";
import { runOnCopies } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { check, checkStation, readManifests, registry, type CheckedEnvironment } from "../src/index.ts";
import { scopeOf, type Check } from "../src/define-check.ts";
import { definePolicy } from "../src/policy/define-policy.ts";
import { fieldsByNeed, type Need } from "../src/view/needs.ts";
import { application, deliveryOf } from "./delivery-of.ts";
import { overlayOf } from "./overlay-of.ts";

// Each fact has a text that stands nowhere else.
const marks = {
  objects: "mark-of-another-object",
  secrets: "mark-of-a-contract",
  overlay: "mark-of-the-overlay",
  delivery: "mark-of-the-delivery",
  policy: "mark-of-the-policy",
  public: "mark-of-a-public-value",
  cluster: "mark-of-the-cluster",
} as const satisfies Record<Need, string>;

const judged = { kind: "Deployment", name: "judged" };
const manifests = [
  `apiVersion: apps/v1
kind: Deployment
metadata: { name: judged }
spec: { selector: { matchLabels: { app: a } }, template: { metadata: { labels: { app: a } }, spec: { containers: [{ name: a, image: "a:1" }] } } }
`,
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${marks.objects} }\n`,
].join("---\n");

function environmentOf(id: string): CheckedEnvironment {
  return {
    id,
    namespace: "shop",
    profile: "production",
    cluster: defineCluster({
      id: marks.cluster,
      nodes: [{ count: 1, cpu: "4", memory: "8Gi" }],
      reserve: { cpu: "1", memory: "2Gi" },
      target: 70,
    }),
    contracts: [{ name: marks.secrets, provider: "team", keys: {} }],
    overlay: overlayOf({ texts: { "overlays/dev/patch.yaml": `${marks.overlay}: 1\n` } }),
    definition: "packages/shop/environments/src/index.ts",
    publicValues: [marks.public],
    delivery: deliveryOf({ objects: application(), repository: `https://git.example.com/${marks.delivery}.git` }),
    policies: [
      {
        level: "system",
        policy: definePolicy({ options: { registries: [marks.policy] } }),
        where: "packages/shop/environments/src/policy.ts",
        line: undefined,
        environments: undefined,
      },
    ],
    objects: readManifests(manifests, `generated/rendered/${id}.yaml`).objects,
  };
}

/** What reaches a check when environments are judged: the argument of each call that is about the environment, and the others. */
function givenTo({ runs, kinds: _ofAnyKind, ...facts }: Check): { environments: object[]; subjects: unknown[] } {
  const given = { environments: [] as object[], subjects: [] as unknown[] };
  const spies = {
    ...(runs.object && {
      object: (object: { kind: string; name: string }, _: unknown, environment: object) => {
        if (object.kind !== judged.kind || object.name !== judged.name) return;
        given.subjects.push(object);
        given.environments.push(environment);
      },
    }),
    ...(runs.environment && { environment: (environment: object) => void given.environments.push(environment) }),
    ...(runs.overlay && { overlay: (environment: object) => void given.environments.push(environment) }),
    ...(runs.cluster && {
      cluster: ({ environments, ...beside }: { environments: readonly object[] }) => {
        given.subjects.push(beside);
        given.environments.push(...environments);
      },
    }),
    ...(runs.across && { across: (environments: readonly object[]) => void given.environments.push(...environments) }),
    ...(runs.delivery && {
      delivery: (sync: unknown, _: unknown, environment: object) => {
        given.subjects.push(sync);
        given.environments.push(environment);
      },
    }),
  } as Check["runs"];
  check([environmentOf("dev")], { today: "2026-01-31", checks: [{ ...facts, runs: spies }] });
  return given;
}

/** The facts that can be reached from a value, whatever way. */
function reachable(value: unknown): string[] {
  const found = new Set<string>();
  const seen = new Set<unknown>();
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === "string") Object.values(marks).forEach((mark) => void (next.includes(mark) && found.add(mark)));
    if (typeof next !== "object" || next === null || seen.has(next)) continue;
    seen.add(next);
    if (next instanceof Map || next instanceof Set) pending.push(...[...next].flat());
    pending.push(...Object.keys(next), ...Reflect.ownKeys(next).map((key) => Reflect.get(next, key) as unknown));
  }
  return [...found].toSorted();
}

describe("a check gets what it needs, and nothing else", () => {
  const checks = registry.filter(({ runs }) => Object.keys(runs).some((way) => way !== "structure"));

  test.each(checks.map((one) => [one.id, one] as const))("%s", (_, one) => {
    const { environments, subjects } = givenTo(one);
    expect(environments.length).toBeGreaterThan(0);
    const names = one.needs.length === 0 ? [] : ["id", "namespace"];
    const fields = new Set([...names, ...one.needs.flatMap((need) => fieldsByNeed[need])]);
    for (const environment of environments) expect(new Set(Object.keys(environment))).toEqual(fields);
    expect(reachable([subjects, environments])).toEqual([...new Set(one.needs)].map((need) => marks[need]).toSorted());
  });
});

test("its scope follows from that", () => {
  const byScope = Map.groupBy(registry, scopeOf);
  expect(byScope.get("cluster")!.every(({ group }) => group === "clusters")).toBe(true);
  expect(byScope.get("object")!.every(({ needs }) => needs.length === 0)).toBe(true);
  expect(byScope.get("environment")!.every(({ needs }) => needs.length > 0)).toBe(true);
  expect(byScope.get("repository")!.every(({ runs }) => runs.across !== undefined)).toBe(true);
  expect([...byScope.keys()].toSorted()).toEqual(["cluster", "environment", "object", "repository"]);
});

test("environments are judged as plain data, the same each time", () => {
  const environments = [environmentOf("dev"), environmentOf("prod")];
  const [own, ofCopy, again] = runOnCopies(checkStation.run, { environments, today: "2026-01-31" });
  expect(own.map(({ check: id }) => id)).toEqual(expect.arrayContaining(["image-registry", "object-clash"]));
  expect(ofCopy).toEqual(own);
  expect(again).toEqual(own);
});
