import { describe, expect, test } from "vitest";
import { migrateOverlays, type OverlayFile } from "../src/index.ts";

const systems = new Map([
  ["shop", ["cart", "web"]],
  ["blog", ["web", "posts"]],
  // As a service of another system is called.
  ["posts", ["feed"]],
]);

const dev = { system: "shop", namespace: "dev" };

/** A kustomization after the migration; undefined where it stays as it is. */
function migrated(text: string, environments: OverlayFile["environments"] = [dev]): string | undefined {
  const { overlays, problems } = migrateOverlays(
    [{ file: "overlays/dev/kustomization.yaml", text, environments }],
    systems,
  );
  expect(problems).toEqual([]);
  return overlays[0]?.text;
}

describe("paths into bases", () => {
  test.for([
    ["plain", "- ../../generated/bases/cart\n", "- ../../generated/bases/shop/cart\n"],
    ["with a slash", "- ../../generated/bases/cart/\n", "- ../../generated/bases/shop/cart/\n"],
    ["quoted", `- '../../generated/bases/cart' # a\n`, `- '../../generated/bases/shop/cart' # a\n`],
    ["doubly", `- "../../generated/bases/cart"\n`, `- "../../generated/bases/shop/cart"\n`],
    ["in flow", "[../../generated/bases/cart, a]\n", "[../../generated/bases/shop/cart, a]\n"],
    ["anchored", "- &a ../../generated/bases/cart\n- *a\n", "- &a ../../generated/bases/shop/cart\n- *a\n"],
    ["a file", "- ../generated/bases/cart/a.yaml\n", "- ../generated/bases/shop/cart/a.yaml\n"],
    ["with a key", "- a.yaml=../generated/bases/cart/a.yaml\n", "- a.yaml=../generated/bases/shop/cart/a.yaml\n"],
    ["with CR LF", "- ../generated/bases/cart\r\n- a\r\n", "- ../generated/bases/shop/cart\r\n- a\r\n"],
    // The environment is of shop, and blog has a service web too.
    ["of two systems", "- ../generated/bases/web\n", "- ../generated/bases/shop/web\n"],
  ] as const)("%s", ([, list, expected]) => {
    const text = `# Mine.\nkind: Kustomization\nresources: ${list.startsWith("[") ? "" : "\n"}`;
    expect(migrated(text + list)).toBe(text + expected);
  });

  test.for([
    ["as it is now", "- ../generated/bases/shop/cart\n"],
    ["of no service", "- ../generated/bases/crat\n"],
    ["in a comment", "- a # ../generated/bases/cart\n"],
    ["in a text", "- |\n  ../generated/bases/cart\n"],
    ["of something else", "- ../mygenerated/bases/cart\n"],
    ["that is not YAML", "- [../generated/bases/cart\n"],
  ] as const)("not %s", ([, list]) => {
    expect(migrated(`resources:\n${list}`)).toBeUndefined();
  });

  test("a system may be called as another one's service", () => {
    const text = "resources:\n- generated/bases/posts/feed\n- generated/bases/posts\n- generated/bases/posts/a.yaml\n";
    expect(migrated(text, [])).toBe(
      "resources:\n- generated/bases/posts/feed\n- generated/bases/blog/posts\n- generated/bases/blog/posts/a.yaml\n",
    );
  });
});

describe("a line `namespace:`", () => {
  test.for([
    ["alone in its line", "a: 1\nnamespace: dev\nb: 2\n", "a: 1\nb: 2\n"],
    ["first", "namespace: dev\nb: 2\n", "b: 2\n"],
    ["last, without a line break", "a: 1\nnamespace: dev", "a: 1\n"],
    ["with CR LF", "a: 1\r\nnamespace: 'dev'\r\nb: 2\r\n", "a: 1\r\nb: 2\r\n"],
    ["with a comment", "a: 1\nnamespace: dev # mine\nb: 2\n", "a: 1\n# mine\nb: 2\n"],
    ["below its key", "a: 1\nnamespace:\n  dev\nb: 2\n", "a: 1\nb: 2\n"],
    ["with a quoted key", `"namespace": "dev"\nb: 2\n`, "b: 2\n"],
    ["behind ---", "---\nnamespace: dev\nb: 2\n", "---\nb: 2\n"],
    ["in JSON", `{"a": 1, "namespace": "dev", "b": 2}`, `{"a": 1, "b": 2}`],
    ["last in JSON", `{"a": 1, "namespace": "dev"}`, `{"a": 1}`],
    ["only one in JSON", `{"namespace": "dev"}`, `{}`],
  ] as const)("%s", ([, text, expected]) => {
    expect(migrated(text)).toBe(expected);
  });

  test("stays where it names another, is used elsewhere, or serves environments of several", () => {
    expect(migrated("namespace: prod\nb: 2\n")).toBeUndefined();
    expect(migrated("namespace: &n dev\nnamePrefix: *n\n")).toBeUndefined();
    expect(migrated("namespace: dev\n", [dev, { system: "shop", namespace: "prod" }])).toBeUndefined();
    expect(migrated("namespace: dev\n", [])).toBeUndefined();
    expect(migrated("metadata: {namespace: dev}\n")).toBeUndefined();
  });
});

test("a path that may mean services of several systems is left to its author", () => {
  const text = "resources:\n- ../generated/bases/web\n";
  const { overlays, problems } = migrateOverlays(
    [{ file: "overlays/mine/kustomization.yaml", text, environments: [] }],
    systems,
  );
  expect(overlays).toEqual([]);
  expect(problems).toEqual([
    {
      code: "overlay-reference",
      what: '../generated/bases/web may mean a service of several systems: "shop", "blog"',
      where: "overlays/mine/kustomization.yaml",
      next: "write the one that is meant: generated/bases/shop/…, say",
    },
  ]);
});
