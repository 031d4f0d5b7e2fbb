import { describe, expect, test } from "vitest";
import { tagUnquoted } from "../../../src/checks/kustomize/tag-unquoted.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("tag-unquoted", () => {
  test("passes texts", () => {
    const images = [{ name: "web", newTag: "1.10" }, { name: "api" }, "odd"];
    expect(judge(tagUnquoted, "", { overlay: overlayOf({ content: { images } }) })).toEqual([]);
  });

  test("finds one in a folder that the overlay builds on, in the deprecated field too", () => {
    const texts = {
      "overlays/part/kustomization.yaml": "images: [{ name: a, newTag: 1.1 }]\nimageTags: [{ name: b, newTag: 2 }]\n",
    };
    expect(judge(tagUnquoted, "", { overlay: overlayOf({ texts }) })).toMatchInlineSnapshot(`
      [
        "error overlays/part/kustomization.yaml imageTags[0].newTag: newTag is read as the number 2; write the tag in quotes",
        "error overlays/part/kustomization.yaml images[0].newTag: newTag is read as the number 1.1; write the tag in quotes",
      ]
    `);
  });

  test("finds what YAML reads as something else", () => {
    const images = [1.1, 20240101, true, new Date("2024-01-01"), ["a"], { a: 1 }].map((newTag) => ({
      name: "web",
      newTag,
    }));
    expect(judge(tagUnquoted, "", { overlay: overlayOf({ content: { images: [...images, { digest: 7 }] } }) }))
      .toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[0].newTag: newTag is read as the number 1.1; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[1].newTag: newTag is read as the number 20240101; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[2].newTag: newTag is read as the boolean true; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[3].newTag: newTag is read as the day 2024-01-01; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[4].newTag: newTag is read as a list; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[5].newTag: newTag is read as a map; write the tag in quotes",
        "error overlays/dev/kustomization.yaml images[6].digest: digest is read as the number 7; write the digest in quotes",
      ]
    `);
  });
});
