import { describe, expect, test } from "vitest";
import { objectClash } from "../../../src/checks/clusters/object-clash.ts";
import { clusterOf } from "../../cluster-of.ts";
import { object } from "../../flow-yaml.ts";
import { judgeTogether } from "../../judge.ts";

const cluster = clusterOf("prod");
const config = (metadata: string): string => object("ConfigMap", metadata, "data: {}");

describe("object-clash", () => {
  test("passes other namespaces, names, kinds and clusters, and one set by itself", () => {
    expect(
      judgeTogether(objectClash, [
        { id: "a", cluster, manifests: config("web") + config("web") },
        { id: "b", cluster, manifests: config("web, namespace: b") },
        { id: "c", cluster, manifests: config("api") + object("Secret", "web", "") },
        { id: "d", cluster: clusterOf("other"), manifests: config("web") },
        { id: undefined, manifests: config("web") },
      ]),
    ).toEqual([]);
  });

  test("finds one object that two environments bring, also of kinds in no namespace", () => {
    const both = config("web, namespace: shop") + object("Namespace", "shop", "");
    expect(
      judgeTogether(objectClash, [
        { id: "a", cluster, manifests: both },
        { id: "b", cluster, manifests: both, source: "packages/shop/web/src/index.ts" },
      ]),
    ).toMatchInlineSnapshot(`
      [
        "error ConfigMap shop/web metadata.name: the same object is ConfigMap shop/web of the environment "b" (generated/rendered/b.yaml, from packages/shop/web/src/index.ts), and each overwrites the other; give the environments namespaces or names of their own, or leave one of the two out",
        "error Namespace shop metadata.name: the same object is Namespace shop of the environment "b" (generated/rendered/b.yaml, from packages/shop/web/src/index.ts), and each overwrites the other; give the environments namespaces or names of their own, or leave one of the two out",
        "error ConfigMap shop/web metadata.name: the same object is ConfigMap shop/web of the environment "a" (generated/rendered/a.yaml), and each overwrites the other; give the environments namespaces or names of their own, or leave one of the two out",
        "error Namespace shop metadata.name: the same object is Namespace shop of the environment "a" (generated/rendered/a.yaml), and each overwrites the other; give the environments namespaces or names of their own, or leave one of the two out",
      ]
    `);
  });
});
