import { describe, expect, test } from "vitest";
import { imagesEntryUnmatched } from "../../../src/checks/kustomize/images-entry-unmatched.ts";
import { workload } from "../../flow-yaml.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const manifests = workload();

describe("images-entry-unmatched", () => {
  test("passes entries that match, renamed ones too", () => {
    const images = [{ name: "todo-web", newName: "web", newTag: "1" }, { newTag: "1" }];
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: { images } }) })).toEqual([]);
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: {} }) })).toEqual([]);
  });

  test("finds an entry that matches no image", () => {
    const images = [
      { name: "web", newTag: "1" },
      { name: "wbe", newTag: "1" },
      { name: "acme/web", newTag: "1" },
    ];
    expect(judge(imagesEntryUnmatched, manifests, { overlay: overlayOf({ content: { images } }) }))
      .toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[1].name: the images entry wbe matches no image of the overlay; write web, or remove it; the images are web",
        "error overlays/dev/kustomization.yaml images[2].name: the images entry acme/web matches no image of the overlay; remove it; the images are web",
      ]
    `);
  });
});
