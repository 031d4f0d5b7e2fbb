import { allKinds } from "@kit/schema";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileStem, objectKey } from "../src/index.ts";

const rbac = "rbac.authorization.k8s.io/v1";

describe("the name of an object's file", () => {
  test.for([
    ["v1", "ConfigMap", undefined, "backend-config", "configmap-backend-config"],
    ["apps/v1", "Deployment", "shop", "backend", "deployment-backend"],
    ["v1", "ConfigMap", "monitoring", "dashboard", "configmap-monitoring_dashboard"],
    ["v1", "ConfigMap", "team-a", "config", "configmap-team-a_config"],
    ["v1", "ConfigMap", "team", "a-config", "configmap-team_a-config"],
    ["external-secrets.io/v1", "ExternalSecret", undefined, "tokens", "externalsecret-tokens"],
    ["argoproj.io/v1alpha1", "Rollout", undefined, "web", "rollout.argoproj.io_web"],
    // Of a kind that several groups have, the core's is meant, or that of the API.
    ["v1", "Event", undefined, "a", "event-a"],
    ["events.k8s.io/v1", "Event", undefined, "a", "event.events.k8s.io_a"],
    ["networking.k8s.io/v1", "Ingress", undefined, "web", "ingress-web"],
    ["extensions/v1beta1", "Ingress", undefined, "web", "ingress.extensions_web"],
    ["v1", "Service", undefined, "web", "service-web"],
    ["serving.knative.dev/v1", "Service", undefined, "web", "service.serving.knative.dev_web"],
    ["my-team.example.com/v1", "Widget", "other", "blue", "widget.my-team.example.com_other_blue"],
    // Another version of a group has the same objects, and what is in no namespace is in none.
    ["autoscaling/v1", "HorizontalPodAutoscaler", undefined, "web", "horizontalpodautoscaler-web"],
    ["autoscaling/v2", "HorizontalPodAutoscaler", undefined, "web", "horizontalpodautoscaler-web"],
    [rbac, "ClusterRole", "other", "reader", "clusterrole-reader"],
    // What is cut or written otherwise has a hash.
    [rbac, "Role", undefined, "abc", "role-abc"],
    [rbac, "Role", undefined, "Abc", "role-abc__a29744a67d"],
    [rbac, "Role", undefined, "app:reader", "role-app_reader__5a9645c426"],
    [rbac, "Role", undefined, "app_reader", "role-app_reader__3ed17dc461"],
    [rbac, "ClusterRole", undefined, "a/../b", "clusterrole-a_.._b__6f501216d4"],
    ["v1", "Widget", undefined, "blue", "widget.core_blue"],
    ["apps/v1", "deployment", undefined, "web", "deployment.apps_web__271ece42d9"],
  ] as const)("%s %s %s/%s", ([apiVersion, kind, namespace, name, expected]) => {
    expect(fileStem({ apiVersion, kind, namespace, name }, "shop")).toBe(expected);
  });

  test("has at most 255 bytes with what is before and behind it", () => {
    const long = "a".repeat(253);
    const stem = fileStem({ apiVersion: "v1", kind: "ConfigMap", name: long });
    expect(stem).toBe(`configmap-${"a".repeat(222)}__94014bfb16`);
    expect(fileStem({ apiVersion: "v1", kind: "ConfigMap", name: "a".repeat(234) })).toBe(
      `configmap-${"a".repeat(234)}`,
    );
  });

  test("says the namespace where nobody knows that of the environment, as in a base", () => {
    const object = { apiVersion: "v1", kind: "ConfigMap", name: "a", namespace: "shop" };
    expect([fileStem(object), fileStem(object, "shop"), fileStem(object, "prod")]).toEqual([
      "configmap-shop_a",
      "configmap-a",
      "configmap-shop_a",
    ]);
  });
});

const lower = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,8}[a-z0-9])?$/);
const subdomain = fc.array(lower, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("."));
const odd = fc.constantFrom(
  "abc",
  "Abc",
  "ABC",
  "a:b",
  "a_b",
  "a-b",
  "a.b",
  "a__b",
  "core",
  "",
  "ä",
  "é",
  "e\u0301",
  "a/b",
  "~",
  "x__0123456789",
);
const long = fc
  .tuple(fc.integer({ min: 200, max: 253 }), lower)
  .map(([length, end]) => "a".repeat(length - end.length) + end);
const text = fc.oneof(
  subdomain,
  odd,
  fc.tuple(odd, lower).map(([one, other]) => `${one}-${other}`),
  long,
);

// Kinds of one group differ in more than case.
const kinds = [
  "Widget",
  "WidgetSet",
  "widget",
  "Service",
  "Event",
  "Wid-get",
  "W.x",
  "Role",
  "ConfigMap",
  "ClusterRole",
];
const groups = [
  "",
  "core",
  "apps",
  "events.k8s.io",
  "serving.knative.dev",
  "a.b-c.d",
  "a.b",
  "b-c.d",
  "B.c",
  "rbac.authorization.k8s.io",
];

const identity = fc.record({
  apiVersion: fc.oneof(fc.constantFrom(...groups), subdomain).map((group) => (group === "" ? "v1" : `${group}/v1`)),
  kind: fc.oneof(
    fc.constantFrom(...kinds),
    fc.constantFrom(...allKinds()).map(({ kind }) => kind),
  ),
  namespace: fc.option(fc.oneof(fc.constantFrom("shop", "a", "a-b"), lower, odd), { nil: undefined }),
  name: text,
});

test("two objects have one name exactly where they are one to the API server", () => {
  const own = fc.option(fc.constantFrom("shop", "a"), { nil: undefined });
  fc.assert(
    fc.property(fc.array(identity, { minLength: 2, maxLength: 60 }), own, (objects, namespace) => {
      const stems = objects.map((object) => fileStem(object, namespace));
      const [names, ids] = [new Set(stems), new Set(objects.map((object) => objectKey(object, namespace ?? "")))];
      expect(names.size).toBe(ids.size);
      for (const stem of stems) expect(stem).toMatch(/^[a-z0-9._-]{1,244}$/);
      expect(objects.toReversed().map((object) => fileStem(object, namespace))).toEqual(stems.toReversed());
    }),
    { numRuns: process.env["LONG"] === "1" ? 20_000 : 500 },
  );
});
