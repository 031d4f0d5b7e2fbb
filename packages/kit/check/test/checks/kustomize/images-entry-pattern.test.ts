import { describe, expect, test } from "vitest";
import { imagesEntryPattern } from "../../../src/checks/kustomize/images-entry-pattern.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

const file = "overlays/dev/kustomization.yaml";

/** What is found of an entry where two images are, and are rendered as the entry makes them. */
function judged(entry: string, rendered: readonly [string, string] = ["r.io/img:2", "rxio/img:2"]): string[] {
  const texts = {
    [file]: `resources: [pod.yaml]\nimages: [${entry}]\n`,
    "overlays/dev/pod.yaml": pod("r.io/img", "rxio/img:1"),
  };
  return judge(imagesEntryPattern, pod(...rendered), { overlay: overlayOf({ texts }) });
}

function pod(one: string, other: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: a }
spec: { containers: [{ name: a, image: "${one}" }, { name: b, image: "${other}" }] }
`;
}

describe("images-entry-pattern", () => {
  test("passes a name that matches one image", () => {
    expect(judged("{ name: r\\.io/img, newTag: '2' }", ["r.io/img:2", "rxio/img:1"])).toEqual([]);
    expect(judged("{ name: rx.*, newTag: '2' }", ["r.io/img", "rxio/img:2"])).toEqual([]);
    expect(judged("{ name: none, newTag: '2' }")).toEqual([]);
  });

  test("passes what a patch has replaced", () => {
    expect(judged("{ name: r.io/img, newTag: '2' }", ["r.io/img:2", "other"])).toEqual([]);
  });

  test("finds one that matches more, also where both get one name", () => {
    expect([
      ...judged("{ name: r.io/img, newTag: '2' }"),
      ...judged("{ name: r.io/img, newName: q/img, newTag: '2' }", ["q/img:2", "q/img:2"]),
      ...judged("{ name: .*/img, newTag: '2' }"),
    ]).toMatchInlineSnapshot(`
      [
        "warning overlays/dev/kustomization.yaml images[0].name: the name r.io/img is a regular expression, and also sets rxio/img; write r\\.io/img, which matches r.io/img alone",
        "warning overlays/dev/kustomization.yaml images[0].name: the name r.io/img is a regular expression, and also sets rxio/img; write r\\.io/img, which matches r.io/img alone",
        "warning overlays/dev/kustomization.yaml images[0].name: the name .*/img is a regular expression, and sets r.io/img, rxio/img alike; write an entry for each, with its own name",
      ]
    `);
  });
});
