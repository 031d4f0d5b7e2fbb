import { describe, expect, test } from "vitest";
import { renderedStale } from "../../../src/checks/kustomize/rendered-stale.ts";
import { judge } from "../../judge.ts";
import { overlayOf } from "../../overlay-of.ts";

describe("rendered-stale", () => {
  test("passes where nothing is stale", () => {
    expect(judge(renderedStale, "", { overlay: overlayOf({}) })).toEqual([]);
  });

  test("finds each file", () => {
    const stale = ["generated/bases/shop/web/deployment-web.yaml", "generated/bases/shop/web/kustomization.yaml"];
    expect(judge(renderedStale, "", { overlay: overlayOf({ stale }) })).toMatchInlineSnapshot(`
      [
        "error generated/bases/shop/web/deployment-web.yaml: generated/bases/shop/web/deployment-web.yaml is not what the packages make now; run \`pnpm build\` and commit generated/",
        "error generated/bases/shop/web/kustomization.yaml: generated/bases/shop/web/kustomization.yaml is not what the packages make now; run \`pnpm build\` and commit generated/",
      ]
    `);
  });

  test("passes where what is rendered runs the overlay's tag, under another name too", () => {
    expect(judge(renderedStale, deployment("web:1.1"), images({ name: "web", newTag: "1.1" }))).toEqual([]);
    const renamed = { name: "web", newName: "registry.example.com:5000/web", newTag: "1.1" };
    expect(judge(renderedStale, deployment("registry.example.com:5000/web:1.1"), images(renamed))).toEqual([]);
    expect(judge(renderedStale, deployment("other:1.0"), images({ name: "web", newTag: "1.1" }))).toEqual([]);
  });

  test("passes two entries of one image, whose last one counts", () => {
    const texts = {
      "overlays/dev/kustomization.yaml":
        'resources: [a.yaml]\nimages: [{ name: web, newTag: "1" }, { name: web, newTag: "2" }]\n',
      "overlays/dev/a.yaml": deployment("web"),
    };
    expect(judge(renderedStale, deployment("web:2"), { overlay: overlayOf({ texts }) })).toEqual([]);
    expect(judge(renderedStale, deployment("web:1"), { overlay: overlayOf({ texts }) })).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[1].newTag: the overlay sets web:2, and what is rendered runs web:1; run \`pnpm build\` and commit generated/",
      ]
    `);
  });

  test("finds a digest, and what a regular expression sets, that nobody built", () => {
    const texts = {
      "overlays/dev/kustomization.yaml": "resources: [a.yaml]\nimages: [{ name: w.*, digest: sha256:ab }]\n",
      "overlays/dev/a.yaml": deployment("web"),
    };
    expect(judge(renderedStale, deployment("web:1"), { overlay: overlayOf({ texts }) })).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[0].digest: the overlay sets web@sha256:ab, and what is rendered runs web:1; run \`pnpm build\` and commit generated/",
      ]
    `);
  });

  test("finds a tag that nobody built", () => {
    expect(judge(renderedStale, deployment("web:1.0"), images({ name: "web", newTag: "1.1" }))).toMatchInlineSnapshot(`
      [
        "error overlays/dev/kustomization.yaml images[0].newTag: the overlay sets web:1.1, and what is rendered runs web:1.0; run \`pnpm build\` and commit generated/",
      ]
    `);
  });
});

function deployment(image: string): string {
  return `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec: { template: { spec: { containers: [{ name: web, image: "${image}" }] } } }
`;
}

function images(entry: object): { overlay: ReturnType<typeof overlayOf> } {
  return { overlay: overlayOf({ content: { images: [entry] } }) };
}
