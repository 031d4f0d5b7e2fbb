import { allKinds } from "@kit/schema";
import { describe, expect, test } from "vitest";
import { listRule, type ListRule } from "../src/index.ts";

const pod = ["spec", "template", "spec"];
const map = (keys: string[], more: object = {}): object => ({
  type: "map",
  keys,
  defaults: {},
  unique: undefined,
  ...more,
});
const name = { field: "name", isNeeded: false };
const whole = (isKnown: boolean): object => ({ type: "whole", isKnown });

function inPod(...path: (string | number)[]): ListRule {
  return listRule("apps/v1", "Deployment", [...pod, ...path]);
}

describe("a list of the server's own kinds", () => {
  test("is merged by list-map-keys, which win where a strategic merge goes by another key", () => {
    const ports = { defaults: { protocol: "TCP" } };
    expect(inPod("containers", 0, "ports")).toEqual(map(["containerPort", "protocol"], { ...ports, unique: name }));
    expect(listRule("v1", "Service", ["spec", "ports"])).toEqual(
      map(["port", "protocol"], { ...ports, unique: { field: "name", isNeeded: true } }),
    );
    expect(inPod("topologySpreadConstraints")).toEqual(map(["topologyKey", "whenUnsatisfiable"]));
    expect(inPod("hostAliases")).toEqual(map(["ip"]));
    expect(inPod("containers", 3, "env")).toEqual(map(["name"]));
    expect(inPod("containers", 0, "volumeMounts")).toEqual(map(["mountPath"]));
    expect(inPod("containers", 0, "volumeDevices")).toEqual(map(["devicePath"], { unique: name }));
    expect(listRule("v1", "ConfigMap", ["metadata", "ownerReferences"])).toEqual(map(["uid"]));
  });

  test("is a set, or one value", () => {
    expect(listRule("v1", "ConfigMap", ["metadata", "finalizers"])).toEqual({ type: "set" });
    for (const path of [["tolerations"], ["containers", 0, "args"], ["imagePullSecrets", 0, "nowhere"]]) {
      expect(inPod(...path)).toEqual(whole(true));
    }
    expect(listRule("networking.k8s.io/v1", "Ingress", ["spec", "rules"])).toEqual(whole(true));
  });

  test("has one key beside which nothing tells entries apart, wherever it is merged by one", () => {
    const rules = allKinds().flatMap(({ apiVersion, kind }) =>
      listRule(apiVersion, kind, ["metadata", "ownerReferences"]),
    );
    expect(rules.filter(({ type }) => type !== "map")).toEqual([]);
  });
});

describe("a list of a custom resource", () => {
  const containers = [{ name: "web" }];
  const rollout = { spec: { template: { spec: { containers } } } };

  test("is merged as a Pod's inside of a pod template, which is known by the object or else by the path", () => {
    const path = [...pod, "containers", 0, "env"];
    expect(listRule("argoproj.io/v1alpha1", "Rollout", path, rollout)).toEqual(map(["name"]));
    expect(listRule("argoproj.io/v1alpha1", "Rollout", path)).toEqual(map(["name"]));
    expect(listRule("serving.knative.dev/v1", "Service", [...pod, "volumes"])).toEqual(map(["name"]));
    const nested = { spec: { workers: [{ podTemplate: { spec: { containers } } }] } };
    const inside = ["spec", "workers", 0, "podTemplate", "spec", "containers"];
    expect(listRule("example.com/v1", "Thing", inside, nested)).toEqual(map(["name"]));
  });

  test("is not where the template is of something else", () => {
    const machine = { spec: { template: { spec: { volumes: [{ name: "root" }] } } } };
    expect(listRule("kubevirt.io/v1", "VirtualMachine", [...pod, "volumes"], machine)).toEqual(whole(false));
    expect(listRule("argoproj.io/v1alpha1", "ApplicationSet", [...pod, "sources"])).toEqual(whole(false));
    expect(listRule("example.com/v1", "Thing", ["spec", "containers"], { spec: { containers } })).toEqual(whole(false));
  });

  test("is merged as every object's in its metadata", () => {
    for (const kind of ["Application", "Rollout"]) {
      expect(listRule("argoproj.io/v1alpha1", kind, ["metadata", "finalizers"])).toEqual({ type: "set" });
    }
  });
});
