import { describe, expect, test } from "vitest";
import { tagAndDigest } from "../../../src/checks/kustomize/tag-and-digest.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("tag-and-digest", () => {
  test("passes one of the two", () => {
    const images = [{ name: "web", newTag: "1" }, { name: "api", digest: "sha256:0123" }, { name: "db" }];
    expect(judge(tagAndDigest, "", { overlay: overlayOf({ content: { images } }) })).toEqual([]);
  });

  test("finds both", () => {
    const images = [{ name: "web", newTag: "1.0", digest: "sha256:0123" }];
    expect(judge(tagAndDigest, "", { overlay: overlayOf({ content: { images } }) })).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/kustomization.yaml images[0].newTag: the images entry web has newTag 1.0 and a digest: the digest alone decides what runs; keep one of the two",
      ]
    `);
  });
});
