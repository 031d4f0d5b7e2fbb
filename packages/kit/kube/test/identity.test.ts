import { expect, test } from "vitest";
import { groupOf, identityKey, versionOf } from "../src/index.ts";

test("an API version is a group and a version, and of the core group a version alone", () => {
  expect(["v1", "apps/v1", "networking.k8s.io/v1beta1"].map((one) => [groupOf(one), versionOf(one)])).toEqual([
    ["", "v1"],
    ["apps", "v1"],
    ["networking.k8s.io", "v1beta1"],
  ]);
});

test("objects are one to the API server whatever their version, and not where group, kind, place or name differs", () => {
  const web = { apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "web" };
  expect(identityKey(web)).toBe("apps/Deployment/shop/web");
  expect(identityKey({ ...web, apiVersion: "apps/v1beta2" })).toBe(identityKey(web));
  expect(identityKey({ apiVersion: "v1", kind: "Namespace", name: "shop" })).toBe("/Namespace//shop");
  for (const other of [{ apiVersion: "v1" }, { kind: "DaemonSet" }, { namespace: undefined }, { name: "api" }]) {
    expect(identityKey({ ...web, ...other })).not.toBe(identityKey(web));
  }
});
