import { plan, type SyncedEnvironment } from "@kit/gitops";
import { expect, test } from "vitest";
import { full, prod, staging } from "./example.ts";

const definition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  name: "shops.example.com",
  namespace: undefined,
  data: {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    spec: { group: "example.com", scope: "Namespaced", names: { kind: "Shop" } },
  },
};
const shop = { apiVersion: "example.com/v1", kind: "Shop", name: "web", namespace: "shop", data: {} };
const other = { ...definition, data: { ...definition.data, spec: { group: "b.example.com", names: { kind: "Bag" } } } };
const bag = { ...shop, apiVersion: "b.example.com/v1", kind: "Bag" };

type Objects = SyncedEnvironment["objects"];

/** What the two environments of a cluster wait for. */
function waits(ofProd: Objects, ofStaging: Objects, after: string[] = []): (readonly string[] | undefined)[] {
  const environments = { ...full.environments, "shop/staging": { ...full.environments["shop/staging"]!, after } };
  const synced = [
    { ...prod, objects: ofProd },
    { ...staging, objects: ofStaging },
  ];
  return plan({ ...full, environments: environments }, synced).environments.map(({ sync }) => sync.after);
}

test("an environment waits for the one of its cluster that brings the definition of its objects", () => {
  expect(waits([definition], [shop])).toEqual([undefined, ["shop/prod"]]);
  expect(waits([shop], [definition])).toEqual([["shop/staging"], []]);
});

test("one that brings it itself waits for nobody, nor does one without such objects", () => {
  expect(waits([definition], [definition, shop])).toEqual([undefined, []]);
  expect(waits([definition], [])).toEqual([undefined, []]);
});

test("of two that would wait for each other none does, nor against what is written", () => {
  expect(waits([definition, bag], [other, shop])).toEqual([undefined, []]);
  expect(waits([shop], [definition], ["shop/prod"])).toEqual([undefined, ["shop/prod"]]);
});

test("another cluster is no place to wait for", () => {
  const elsewhere = { ...staging, cluster: { id: "other" }, objects: [shop] };
  const [, planned] = plan(full, [{ ...prod, objects: [definition] }, elsewhere]).environments;
  expect(planned?.sync.after).toEqual(["shop/prod"]);
  const { after: _after, ...sync } = full.environments["shop/staging"]!;
  const free = { ...full, environments: { ...full.environments, "shop/staging": sync } };
  expect(plan(free, [{ ...prod, objects: [definition] }, elsewhere]).environments[1]?.sync.after).toBeUndefined();
});
