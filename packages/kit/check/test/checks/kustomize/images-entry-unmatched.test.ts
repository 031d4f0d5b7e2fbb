import { describe, expect, test } from "vitest";
import { imagesEntryUnmatched } from "../../../src/checks/kustomize/images-entry-unmatched.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const manifests = workload();
const file = "overlays/dev/kustomization.yaml";

describe("images-entry-unmatched", () => {
  test("passes entries that match, renamed ones too", () => {
    const images = [{ name: "todo-web", newName: "web", newTag: "1" }, { name: "w.b" }];
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: { images } }) })).toEqual([]);
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: {} }) })).toEqual([]);
  });

  test("finds an entry that matches no image", () => {
    const images = [
      { name: "web", newTag: "1" },
      { name: "wbe", newTag: "1" },
      { name: "acme/web", newTag: "1" },
      { newTag: "1" },
    ];
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: { images } }) }))
      .toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[1].name: the images entry wbe matches no image of the overlay; write web, or remove it; the images are web",
        "error overlays/dev/kustomization.yaml images[2].name: the images entry acme/web matches no image of the overlay; remove it; the images are web",
        "error overlays/dev/kustomization.yaml images[3]: the images entry 4 has no name, so it matches no image; remove it; the images are web",
      ]
    `);
  });

  test("passes the field of a custom resource that a configuration names", () => {
    const runner = "apiVersion: ci.example.com/v1\nkind: Runner\nmetadata: { name: a }\nspec: { image: r.io/runner }\n";
    const texts = {
      [file]: 'resources: [a.yaml]\nconfigurations: [c.yaml]\nimages: [{ name: r.io/runner, newTag: "2" }]\n',
      "overlays/dev/a.yaml": runner,
      "overlays/dev/c.yaml": "images: [{ path: spec/image, kind: Runner }]\n",
    };
    const rendered = runner.replace("r.io/runner", '"r.io/runner:2"');
    expect(judge(imagesEntryUnmatched, rendered, { overlay: overlayOf({ texts }) })).toEqual([]);
    const overlay = overlayOf({ texts: { ...texts, "overlays/dev/c.yaml": "images: []\n" } });
    expect(judge(imagesEntryUnmatched, runner, { overlay })).toHaveLength(1);
  });

  test("finds one in a folder that the overlay builds on, but none of a component", () => {
    const images = 'images: [{ name: wbe, newTag: "1" }]\n';
    const texts = {
      [file]: "resources: [../part]\ncomponents: [../shared]\n",
      "overlays/part/kustomization.yaml": `resources: [a.yaml]\n${images}`,
      "overlays/part/a.yaml": manifests,
      "overlays/shared/kustomization.yaml": `kind: Component\n${images}`,
    };
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ texts }) })).toMatchInlineSnapshot(`
      [
        "error overlays/part/kustomization.yaml images[0].name: the images entry wbe matches no image of the overlay; write web, or remove it; the images are web",
      ]
    `);
  });
});
