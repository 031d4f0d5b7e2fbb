import { describe, expect, test } from "vitest";
import { imagesEntryOverridden } from "../../../src/checks/kustomize/images-entry-overridden.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const file = "overlays/dev/kustomization.yaml";
const pod =
  "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: a, image: web }, { name: b, image: api }] }\n";

function judged(
  kustomization: string,
  others: Readonly<Record<string, string>> = {},
  shared: readonly string[] = [],
): string[] {
  const texts = { [file]: `resources: [pod.yaml]\n${kustomization}`, "overlays/dev/pod.yaml": pod, ...others };
  return judge(imagesEntryOverridden, "", { overlay: overlayOf({ texts, shared }) });
}

describe("images-entry-overridden", () => {
  test.for([
    'images: [{ name: web, newTag: "1" }, { name: api, newTag: "1" }]\n',
    // They chain.
    'images: [{ name: web, newName: r/web }, { name: r/web, newTag: "1" }]\n',
    'images: [{ name: web, newTag: "1" }, { name: web, newName: r/web }]\n',
    // One of its images is not set again.
    'images: [{ name: .*, newTag: "1" }, { name: web, newTag: "2" }]\n',
    "images: [{ name: web }]\n",
  ])("passes %s", (kustomization) => {
    expect(judged(kustomization)).toEqual([]);
  });

  test("passes what a folder says for several environments, and this one in its own way", () => {
    const part = { "overlays/part/kustomization.yaml": 'kind: Component\nimages: [{ name: web, newTag: "1" }]\n' };
    const own = 'components: [../part]\nimages: [{ name: web, newTag: "2" }]\n';
    expect(judged(own, part, ["overlays/part/kustomization.yaml"])).toEqual([]);
    expect(judged(own, part)).toHaveLength(1);
  });

  test("finds the first of two, wherever the second one is", () => {
    const transformer = 'transformers: [t.yaml]\nimages: [{ name: web, newTag: "1" }]\n';
    const tag = "apiVersion: builtin\nkind: ImageTagTransformer\nimageTag: { name: web, digest: sha256:ab }\n";
    const part = 'kind: Component\nimages: [{ name: web, newName: r/web, newTag: "1" }]\n';
    expect([
      ...judged('images: [{ name: web, newTag: "1" }, { name: w.*, newTag: "2" }]\n'),
      ...judged('imageTags: [{ name: web, newTag: "2" }]\nimages: [{ name: web, newTag: "1" }]\n'),
      ...judged(transformer, { "overlays/dev/t.yaml": tag }),
      ...judged('components: [../part]\nimages: [{ name: .*web, newName: web, newTag: "2" }]\n', {
        "overlays/part/kustomization.yaml": part,
      }),
    ]).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[0]: the images entry web (1) changes nothing: the entry w.* in images[1] sets 2 after it; keep the one that is meant, and remove the other",
        "error overlays/dev/kustomization.yaml images[0]: the images entry web (1) changes nothing: the entry web in imageTags[0] sets 2 after it; keep the one that is meant, and remove the other",
        "error overlays/dev/kustomization.yaml images[0]: the images entry web (1) changes nothing: the transformer of overlays/dev/t.yaml sets sha256:ab after it; keep the one that is meant, and remove the other",
        "error overlays/part/kustomization.yaml images[0]: the images entry web (r/web:1) changes nothing: the entry .*web of overlays/dev/kustomization.yaml sets web:2 after it; keep the one that is meant, and remove the other",
      ]
    `);
  });
});
