import { describe, expect, test } from "vitest";
import { namePrefix } from "../../../src/checks/conventions/name-prefix.ts";
import { prefixedNames } from "../../../src/policy/packs.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge, type Facts } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const source = "packages/shop/backend/src/index.ts";

describe("name-prefix", () => {
  test.for([
    [workload({ name: "backend" }), source],
    [object("ConfigMap", "backend-config", ""), source],
    // What no service brings: an overlay's, an environment's.
    [object("ConfigMap", "anything", ""), undefined],
    [object("Namespace", "shop", ""), "packages/shop/environments/src/index.ts"],
  ])("passes %$", ([manifests, of]) => {
    expect(judged(manifests!, of === undefined ? {} : { source: of })).toEqual([]);
  });

  test("passes a prefix of the overlay's before it", () => {
    const overlay = overlayOf({ content: { namePrefix: "pr-7-" } });
    expect(judged(object("ConfigMap", "pr-7-backend-config", ""), { source, overlay })).toEqual([]);
  });

  test("is off where nobody switches it on", () => {
    expect(judge(namePrefix, object("ConfigMap", "config", ""), { source })).toEqual([]);
  });

  test.for([
    ["shop-{service}", "shop-backend-config", []],
    ["{system}-{service}", "shop-backend", []],
    ["shop-", "shop-anything", []],
    [
      "shop-{service}",
      "shop-config",
      [
        "error ConfigMap default/shop-config metadata.name: the name shop-config of an object of the service backend does not begin with shop-backend-; name it shop-backend-shop-config",
      ],
    ],
  ] as const)("with the prefix %s judges %s", ([prefix, name, found]) => {
    const policy = { packs: [prefixedNames({ prefix })] };
    expect(judged(object("ConfigMap", name, ""), { source, policy })).toEqual(found);
  });

  test("finds another name", () => {
    const manifests = object("ConfigMap", "config", "") + object("Service", "backendservice", "spec: {}");
    expect(judged(manifests, { source })).toMatchInlineSnapshot(`
      [
        "error ConfigMap default/config metadata.name: the name config of an object of the service backend does not begin with backend-; name it backend-config",
        "error Service default/backendservice metadata.name: the name backendservice of an object of the service backend does not begin with backend-; name it backend-service",
      ]
    `);
  });
});

/** What it finds where a system switches it on. */
function judged(manifests: string, facts: Facts = {}): string[] {
  return judge(namePrefix, manifests, { policy: { packs: [prefixedNames()] }, ...facts });
}
