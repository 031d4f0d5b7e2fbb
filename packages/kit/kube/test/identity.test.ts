import { expect, test } from "vitest";
import { describeIdentity, groupOf, identityKey, identityOf, versionOf } from "../src/index.ts";

const metadata = { name: "web", namespace: "shop", labels: { app: "web" } };
const web = identityOf({ apiVersion: "apps/v1", kind: "Deployment", metadata });

test("an API version is a group and a version, and of the core group a version alone", () => {
  expect(["v1", "apps/v1", "networking.k8s.io/v1beta1"].map((one) => [groupOf(one), versionOf(one)])).toEqual([
    ["", "v1"],
    ["apps", "v1"],
    ["networking.k8s.io", "v1beta1"],
  ]);
});

test("objects are one to the API server whatever their version, and not where group, kind, place or name differs", () => {
  expect(identityKey(web)).toBe("apps/Deployment/shop/web");
  expect(identityKey({ ...web, apiVersion: "apps/v1beta2" })).toBe(identityKey(web));
  expect(identityKey({ group: "apps", kind: "Deployment", namespace: "shop", name: "web" })).toBe(identityKey(web));
  expect(identityKey({ apiVersion: "v1", kind: "Namespace", name: "shop" })).toBe("/Namespace//shop");
  for (const other of [{ apiVersion: "v1" }, { kind: "DaemonSet" }, { namespace: undefined }, { name: "api" }]) {
    expect(identityKey({ ...web, ...other })).not.toBe(identityKey(web));
  }
});

test("people are told the kind, the namespace where there is one, and the name", () => {
  expect(describeIdentity(web)).toBe("Deployment shop/web");
  expect(describeIdentity({ kind: "Namespace", name: "shop" })).toBe("Namespace shop");
});
