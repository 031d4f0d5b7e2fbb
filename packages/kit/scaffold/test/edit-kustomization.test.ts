import { addToList, removeFromList } from "@kit/scaffold";
import { describe, expect, test } from "vitest";

const overlay = `# By hand.
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  # What everybody sees.
  - ../../generated/bases/shop/web # é
  - '../../generated/bases/shop/cart'
images:
- name: web
  newTag: "1.0.0" # {"$imagepolicy": "flux-system:web:tag"}
`;

describe("adding to a list", () => {
  test("keeps comments, order, quotes and indentation", () => {
    const one = addToList("k", overlay, "resources", ["../../generated/bases/shop/mail"]);
    expect(addToList("k", one, "images", ["name: mail", 'newTag: "2"'])).toBe(
      overlay
        .replace("shop/cart'\n", "shop/cart'\n  - ../../generated/bases/shop/mail\n")
        .replace('web:tag"}\n', 'web:tag"}\n- name: mail\n  newTag: "2"\n'),
    );
  });

  test.each([
    ["", "images:\n  - name: a\n    newTag: b\n"],
    ["images:\n", "images:\n  - name: a\n    newTag: b\n"],
    ["images: # none yet\nnamePrefix: x-\n", "images: # none yet\n  - name: a\n    newTag: b\nnamePrefix: x-\n"],
    ["images: [] # none yet\n", "images: # none yet\n  - name: a\n    newTag: b\n"],
    ["images: [{ name: x }]\n", "images: [{ name: x }, { name: a, newTag: b }]\n"],
    ["images:\r\n  - name: x\r\n", "images:\r\n  - name: x\r\n  - name: a\r\n    newTag: b\r\n"],
    ["images:\n  - name: x # of x", "images:\n  - name: x # of x\n  - name: a\n    newTag: b\n"],
    [
      "images:\n  - name: x\n\n# Of replacements.\nreplacements: []\n",
      "images:\n  - name: x\n  - name: a\n    newTag: b\n\n# Of replacements.\nreplacements: []\n",
    ],
  ])("%j becomes %j", (before, after) => {
    expect(addToList("k", before, "images", ["name: a", "newTag: b"])).toBe(after);
  });

  test.each([
    ["- a\n", "the kustomization is not a map of fields"],
    ["images: a\n", "images: is not a list"],
  ])("%j is refused: %s", (text, what) => {
    expect(() => addToList("overlays/dev/kustomization.yaml", text, "images", ["name: a"])).toThrow(
      `error[overlay-yaml]: ${what}\n  where:  overlays/dev/kustomization.yaml\n  to fix: write images: with a line for each entry, then start again`,
    );
  });
});

test.each([
  [overlay, "resources", overlay.replace("  # What everybody sees.\n  - ../../generated/bases/shop/web # é\n", "")],
  [overlay, "images", overlay.slice(0, overlay.indexOf("images:"))],
  ["resources: [a, web, b]\n", "resources", "resources: [a, b]\n"],
  ["resources: [a, web]\n", "resources", "resources: [a]\n"],
  ["resources:\n  - a\n", "resources", "resources:\n  - a\n"],
  ["resources:\n  - web\n", "resources", ""],
  ["images:\n  - newTag: x\n    name: web # w\n  # of b\n  - name: b\n", "images", "images:\n  # of b\n  - name: b\n"],
])("%j without web in %s", (before, field, after) => {
  expect(removeFromList("k", before, field, (entry) => JSON.stringify(entry).includes("web"))).toBe(after);
});
