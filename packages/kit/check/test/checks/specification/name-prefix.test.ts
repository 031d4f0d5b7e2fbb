import { describe, expect, test } from "vitest";
import { namePrefix } from "../../../src/checks/specification/name-prefix.ts";
import { object, workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
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
    expect(judge(namePrefix, manifests!, of === undefined ? {} : { source: of })).toEqual([]);
  });

  test("passes a prefix of the overlay's before it", () => {
    const overlay = overlayOf({ content: { namePrefix: "pr-7-" } });
    expect(judge(namePrefix, object("ConfigMap", "pr-7-backend-config", ""), { source, overlay })).toEqual([]);
  });

  test("finds another name", () => {
    const manifests = object("ConfigMap", "config", "") + object("Service", "backendservice", "spec: {}");
    expect(judge(namePrefix, manifests, { source })).toMatchInlineSnapshot(`
      [
        "error ConfigMap default/config metadata.name: the name config does not begin with that of its service, backend; name it backend-config",
        "error Service default/backendservice metadata.name: the name backendservice does not begin with that of its service, backend; name it backend-service",
      ]
    `);
  });
});
